import { findZones, zoneOffset } from './time-zones';

const WINTER = new Date('2026-01-15T12:00:00Z');

describe('A search for a time zone', () => {
  it('finds a city by its beginning first', () => {
    expect(findZones('rom', WINTER).map((zone) => zone.id)[0]).toBe('Europe/Rome');
  });

  it('takes words in any order and does not mind capitals', () => {
    expect(findZones('york NEW', WINTER).map((zone) => zone.name)).toEqual(['America/New York']);
  });

  it('finds nothing for what is no zone', () => {
    expect(findZones('atlantis', WINTER)).toEqual([]);
  });
});

describe('A time zone', () => {
  it('tells how far from UTC it is', () => {
    expect(zoneOffset('Asia/Kathmandu', WINTER)).toBe('UTC+05:45');
    expect(zoneOffset('America/New_York', WINTER)).toBe('UTC\u221205:00');
    expect(zoneOffset('UTC', WINTER)).toBe('UTC+00:00');
  });
});

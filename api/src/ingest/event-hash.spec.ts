import fc from 'fast-check';
import { hex } from '../database/hash';
import { fieldsHash, idHash } from './event-hash';

/** The ids in the order in which an index keeps them. */
function inStore(ids: readonly string[]): string[] {
  return [...ids].sort((a, b) => Buffer.compare(idHash(a), idHash(b)));
}

describe('The hash of an event', () => {
  it('has 16 bytes, whatever the id is', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (id) => void expect(idHash(id)).toHaveLength(16)));
  });

  it('is the same for the same id, and another for another', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (a, b) => void expect(idHash(a).equals(idHash(b))).toBe(a === b)));
    expect(idHash('1')).not.toEqual(idHash('1 '));
    expect(idHash('ä')).not.toEqual(idHash('Ä'));
  });

  it('keeps ids together that begin with the same number or time', () => {
    const ids = ['evt-1764061200-b', 'evt-1764147600-a', 'evt-1764061200-a', 'evt-1764147600-b'];
    expect(inStore(ids).map((id) => id.slice(0, 14))).toEqual([
      ...['evt-1764061200', 'evt-1764061200'],
      ...['evt-1764147600', 'evt-1764147600'],
    ]);
    expect(hex(idHash('evt-1764061200-b').subarray(0, 6))).toBe(Buffer.from('176406').toString('hex'));
  });

  it('of an event without an id begins with its time', () => {
    const at = Date.UTC(2026, 2, 1);
    expect(fieldsHash('{}', at).readUIntBE(0, 6)).toBe(at);
    expect(fieldsHash('{}', at)).toEqual(fieldsHash('{}', at));
    expect(fieldsHash('{"a":1}', at)).not.toEqual(fieldsHash('{}', at));
  });

  it('of an id is never that of fields', () => {
    expect(idHash('{}').subarray(6)).not.toEqual(fieldsHash('{}', 0).subarray(6));
  });
});

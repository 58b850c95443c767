import { SliceSize } from './slice-size';

/** A store on which a transaction takes `fixed` ms, and one more for so many events. */
function after(slices: number, { fixed, eventsPerMs }: { fixed: number; eventsPerMs: number }): number {
  const size = new SliceSize(25);
  for (let n = 0; n < slices; n += 1) size.learn(size.events, fixed + size.events / eventsPerMs);
  return size.events;
}

describe('The slices of a long import', () => {
  it('come to take as long as they may', () => {
    expect(after(50, { fixed: 5, eventsPerMs: 50 })).toBeGreaterThan(950);
    expect(after(50, { fixed: 5, eventsPerMs: 50 })).toBeLessThan(1050);
  });

  it('become neither so small that they are all overhead, nor so large that memory grows', () => {
    expect(after(50, { fixed: 500, eventsPerMs: 1 })).toBe(500);
    expect(after(50, { fixed: 0, eventsPerMs: 1e6 })).toBe(5000);
  });

  it('hardly follow a single slow one, nor a last one that is short', () => {
    const size = new SliceSize(25);
    for (let n = 0; n < 50; n += 1) size.learn(size.events, size.events / 50);
    const before = size.events;
    size.learn(20, 400);
    expect(size.events).toBe(before);
    size.learn(before, 400);
    expect(size.events).toBeGreaterThan(before * 0.7);
  });
});

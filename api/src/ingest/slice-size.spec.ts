import { SliceSize } from './slice-size';

/** A store on which a transaction takes `fixed` ms, and one more for so many events. */
function run(size: SliceSize, slices: number, { fixed, eventsPerMs }: { fixed: number; eventsPerMs: number }): number {
  for (let n = 0; n < slices; n += 1) size.learn(size.events, fixed + size.events / eventsPerMs);
  return size.events;
}

describe('The slices of a long import', () => {
  it('come to take as long as a transaction may', () => {
    const events = run(new SliceSize(25), 50, { fixed: 5, eventsPerMs: 40 });
    expect(events).toBeGreaterThan(780);
    expect(events).toBeLessThan(820);
  });

  it('become neither so small that they are all overhead, nor so large that memory grows', () => {
    expect(run(new SliceSize(25), 50, { fixed: 900, eventsPerMs: 1 })).toBe(200);
    expect(run(new SliceSize(25), 50, { fixed: 0, eventsPerMs: 1e6 })).toBe(4000);
  });

  it('hardly follow a single slow one, nor a last one that is short', () => {
    const size = new SliceSize(25);
    const before = run(size, 50, { fixed: 0, eventsPerMs: 40 });
    size.learn(20, 4000);
    expect(size.events).toBe(before);
    size.learn(before, 4000);
    expect(size.events).toBeGreaterThan(before * 0.69);
  });
});

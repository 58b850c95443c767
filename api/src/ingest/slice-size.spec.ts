import { SliceSize } from './slice-size';

/** A store on which a transaction takes `fixed` ms, and one more for so many events. */
function run(size: SliceSize, slices: number, { fixed, eventsPerMs }: { fixed: number; eventsPerMs: number }): number {
  for (let n = 0; n < slices; n += 1) size.learn(size.events, fixed + size.events / eventsPerMs);
  return size.events;
}

describe('The slices of a long import', () => {
  it('come to take half a second while nobody else writes', () => {
    const events = run(new SliceSize(25), 50, { fixed: 20, eventsPerMs: 5 });
    expect(events).toBeGreaterThan(2350);
    expect(events).toBeLessThan(2450);
  });

  it('become short at once when others write, stay so for a while, and grow again', () => {
    let now = 0;
    const size = new SliceSize(25, () => now);
    expect(run(size, 50, { fixed: 0, eventsPerMs: 40 })).toBe(4000);
    size.meetOthers();
    expect(size.events).toBeLessThan(1000);
    now += 9000;
    expect(run(size, 50, { fixed: 0, eventsPerMs: 40 })).toBeLessThanOrEqual(1000);
    now += 2000;
    expect(run(size, 50, { fixed: 0, eventsPerMs: 40 })).toBe(4000);
  });

  it('become neither so small that they are all overhead, nor so large that memory grows', () => {
    expect(run(new SliceSize(25), 50, { fixed: 900, eventsPerMs: 1 })).toBe(500);
    expect(run(new SliceSize(25), 50, { fixed: 0, eventsPerMs: 1e6 })).toBe(4000);
  });

  it('hardly follow a single slow one, nor a last one that is short', () => {
    const size = new SliceSize(25);
    const before = run(size, 50, { fixed: 0, eventsPerMs: 20 });
    size.learn(20, 4000);
    expect(size.events).toBe(before);
    size.learn(before, 4000);
    expect(size.events).toBeGreaterThan(before * 0.7);
  });
});

import { Random } from './random';

describe('repeatable chance', () => {
  it('gives a fork the same numbers, whatever was drawn before', () => {
    const fresh = new Random(5);
    const used = new Random(5);
    used.next();
    used.fork('other').next();
    expect(used.fork('teaser').next()).toBe(fresh.fork('teaser').next());
  });

  it('spreads evenly over 0 to 1', () => {
    const random = new Random(11);
    const bins = new Array<number>(10).fill(0);
    for (let i = 0; i < 20_000; i += 1) {
      const bin = Math.floor(random.next() * 10);
      bins[bin] = (bins[bin] ?? 0) + 1;
    }
    for (const count of bins) expect(Math.abs(count - 2_000)).toBeLessThan(200);
  });

  it('starts forks with similar keys far apart', () => {
    const parent = new Random(1);
    let sum = 0;
    for (let i = 0; i < 5_000; i += 1) sum += parent.fork(`person-${i}`).next();
    expect(sum / 5_000).toBeCloseTo(0.5, 1);
  });

  it('draws a sample without repeating anybody', () => {
    const sample = new Random(3).sample(
      Array.from({ length: 100 }, (_, i) => i),
      40,
    );
    expect(new Set(sample).size).toBe(40);
  });
});

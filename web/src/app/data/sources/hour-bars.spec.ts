import { TestBed } from '@angular/core/testing';
import { HourBars } from './hour-bars';

const NOW = Date.parse('2026-03-02T10:30:00Z');
const hour = (at: string, accepted: number, duplicates = 0) => ({ at, accepted, duplicates, rejected: 9 });

describe('The bars of the last 24 hours', () => {
  function bars(...hours: ReturnType<typeof hour>[]) {
    const fixture = TestBed.createComponent(HourBars);
    fixture.componentRef.setInput('hours', hours);
    fixture.componentRef.setInput('now', NOW);
    fixture.detectChanges();
    return fixture.componentInstance;
  }

  it('are one an hour, the last of them the hour that goes on', () => {
    const { bars: drawn, label } = bars(
      hour('2026-03-01T11:00:00Z', 5),
      hour('2026-03-02T09:00:00Z', 1000, 500),
      hour('2026-03-02T10:00:00Z', 40),
    );
    const counts = drawn().map(({ count }) => count);
    expect(counts).toHaveLength(24);
    expect([counts[0], counts[22], counts[23]]).toEqual([5, 1500, 40]);
    expect(counts.reduce((sum, count) => sum + count)).toBe(1545);
    expect(label()).toBe('1,545 in the last 24 hours');
  });

  it('leave out what is older, and are low lines where nothing came', () => {
    const { bars: drawn, label } = bars(hour('2026-03-01T10:00:00Z', 7));
    expect(drawn().every(({ count, height }) => count === 0 && height === 1)).toBe(true);
    expect(label()).toBe('0 in the last 24 hours');
  });
});

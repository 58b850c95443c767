import type { Trend } from '@tallysheet/contract';
import { Temporal } from 'temporal-polyfill';
import { placesBeside } from './places-beside';
import type { Days } from './time-frame';

const days = (first: string, last: string): Days => [Temporal.PlainDate.from(first), Temporal.PlainDate.from(last)];

function placed(day: string, levels: Trend[], own: Days, other: Days): (string | undefined)[] {
  const places = placesBeside(Temporal.PlainDate.from(day), levels, { own, other }, 'monday');
  return levels.map((level) => places.get(level)?.toString());
}

describe('What stands beside a day of the other period', () => {
  const march = days('2024-03-01', '2024-03-31');
  const february = days('2024-02-01', '2024-02-29');

  it('is the day at the same place, and nothing where there is none', () => {
    expect(placed('2024-02-01', ['day'], march, february)).toEqual(['2024-03-01']);
    expect(placed('2024-02-29', ['day'], march, february)).toEqual(['2024-03-29']);
    expect(placed('2024-03-29', ['day'], february, march)).toEqual(['2024-02-29']);
    expect(placed('2024-03-30', ['day'], february, march)).toEqual([undefined]);
  });

  it('is the week at the same place, also where the first is cut by the period', () => {
    // March began on a Friday, February on a Thursday.
    expect(placed('2024-02-04', ['week'], march, february)).toEqual(['2024-03-01']);
    expect(placed('2024-02-05', ['week'], march, february)).toEqual(['2024-03-04']);
    expect(placed('2024-02-29', ['week'], march, february)).toEqual(['2024-03-25']);
  });

  it('is the month at the same place, however long', () => {
    const [year, before] = [days('2024-01-15', '2024-12-31'), days('2023-01-15', '2023-12-31')];
    expect(placed('2023-02-28', ['month'], year, before)).toEqual(['2024-02-01']);
    expect(placed('2023-01-31', ['month'], year, before)).toEqual(['2024-01-15']);
    expect(placed('2024-05-31', ['month'], days('2024-03-01', '2024-04-30'), days('2024-03-01', '2024-05-31'))).toEqual(
      [undefined],
    );
  });

  it('is the day within the month that stands beside its month, and within the week', () => {
    const [year, leap] = [days('2025-01-01', '2025-12-31'), days('2024-01-01', '2024-12-31')];
    expect(placed('2024-03-01', ['month', 'day'], year, leap)).toEqual(['2025-03-01', '2025-03-01']);
    expect(placed('2024-02-29', ['month', 'day'], year, leap)).toEqual(['2025-02-01', undefined]);
    // The 60th day of each year.
    expect(placed('2024-02-29', ['day'], year, leap)).toEqual(['2025-03-01']);
    expect(placed('2024-02-13', ['week', 'day'], march, february)).toEqual(['2024-03-11', '2024-03-12']);
  });
});

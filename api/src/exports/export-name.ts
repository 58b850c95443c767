import type { Sheet } from '@tallysheet/contract';
import { localInstant } from '@tallysheet/report-model';

/** What no file system takes in a name. */
const FORBIDDEN = /[\\/:*?"<>|\p{Cc}]+/gu;

/** A file's name: what it shows and the days it covers, such as `Spring launch – 2026-03-01_2026-03-31.csv`. */
export function exportName(title: string, sheet: Sheet, extension: string): string {
  const { from, to, timeZone } = sheet.timeFrame;
  const lastInstant = to && new Date(Date.parse(to) - 1).toISOString();
  const days = from && lastInstant ? [from, lastInstant].map((at) => localInstant(at, timeZone).slice(0, 10)) : [];
  const parts = [title.replace(FORBIDDEN, ' ').replace(/\s+/g, ' ').trim().slice(0, 120), days.join('_')].filter(
    Boolean,
  );
  return `${parts.join(' – ')}.${extension}`;
}

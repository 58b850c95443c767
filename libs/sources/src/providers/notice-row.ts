import { type EventReading, reading } from '../reading';
import type { NoticeRow } from './provider';

/** One notice with its own text. What is nested too deep to be written as text cannot be kept, let alone read. */
export function noticeRow(notice: unknown, read: () => EventReading): NoticeRow {
  const raw = textOf(notice);
  if (raw === undefined) {
    return { raw: '', result: { kind: 'rejected', code: 'unreadable-body', field: null, detail: '' } };
  }
  return { raw, result: reading(read) };
}

function textOf(notice: unknown): string | undefined {
  try {
    return JSON.stringify(notice);
  } catch {
    return undefined;
  }
}

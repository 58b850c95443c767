import type { CanonicalEvent, RejectCode } from '@tallysheet/contract';

/**
 * What became of one row of a file or one notice of a webhook. A passed-over `type` is the sender's own name of it:
 * something that says nothing about a message.
 */
export type EventReading =
  | { kind: 'event'; event: CanonicalEvent }
  | { kind: 'passed-over'; type: string }
  | { kind: 'rejected'; code: RejectCode; field: string | null; detail: string };

/** One event of a file: where it stands (`line` from 1), its own text cut at 10,000 characters, and what became of it. */
export interface EventRow {
  line: number;
  raw: string;
  result: EventReading;
}

/** Thrown while an event is read, and answered as a rejected one. */
export class Rejection extends Error {
  constructor(
    readonly code: RejectCode,
    readonly field: string | null,
    readonly detail: string,
  ) {
    super(code);
  }
}

/** Reads one event; a `Rejection` on the way is its result. */
export function reading(read: () => EventReading): EventReading {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    return { kind: 'rejected', code: error.code, field: error.field, detail: error.detail };
  }
}

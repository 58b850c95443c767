import { canonicalEventSchema, MESSAGE_EVENT_KINDS, type CanonicalEvent } from '@tallysheet/contract';
import { type EventReading, reading, Rejection } from '../reading';
import { judgeInstant } from '../time/read-instant';

const MESSAGE_KINDS: ReadonlySet<string> = new Set(MESSAGE_EVENT_KINDS);

/**
 * A value as a canonical event. Rejected with the dotted path of the first field at fault: `missing-person`, `bad-date`
 * (and too early, in the future), `unknown-event-type`, else `invalid-field`.
 */
export function readCanonicalEvent(value: unknown, now: number): EventReading {
  return reading(() => {
    const result = canonicalEventSchema.safeParse(value);
    if (!result.success) {
      const [issue] = result.error.issues;
      throw faultOf(value, issue?.path.join('.') ?? '', issue?.message ?? '');
    }
    const event = result.data;
    if (event.person.id === undefined && event.person.address === undefined) {
      throw new Rejection('missing-person', 'person', '');
    }
    const fault = judgeInstant(Date.parse(event.at), now);
    if (fault) throw new Rejection(fault, 'at', event.at);
    demandOwnFields(event);
    return { kind: 'event', event };
  });
}

function faultOf(value: unknown, path: string, message: string): Rejection {
  const given = short(valueAt(value, path));
  if (path === 'person') return new Rejection('missing-person', path, given);
  if (path === 'at') return new Rejection('bad-date', path, given);
  if (path === 'kind') return new Rejection('unknown-event-type', path, given);
  return new Rejection('invalid-field', path === '' ? null : path.slice(0, 64), given || message.slice(0, 200));
}

/** What some kinds mean nothing without. */
function demandOwnFields({ kind, mergedPersons, program, status }: CanonicalEvent): void {
  if (MESSAGE_KINDS.has(kind)) return;
  if (kind === 'personMerged' && !mergedPersons?.length) throw new Rejection('invalid-field', 'mergedPersons', '');
  if (kind !== 'programStatusChanged') return;
  if (!program) throw new Rejection('invalid-field', 'program', '');
  if (!status) throw new Rejection('invalid-field', 'status', '');
}

function valueAt(value: unknown, path: string): unknown {
  if (path === '') return value;
  return path.split('.').reduce<unknown>((part, name) => {
    return typeof part === 'object' && part !== null ? (part as Record<string, unknown>)[name] : undefined;
  }, value);
}

function short(value: unknown): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return value.slice(0, 200);
  try {
    return JSON.stringify(value).slice(0, 200);
  } catch {
    return typeof value; // Nested too deeply to be written out.
  }
}

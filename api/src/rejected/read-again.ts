import { IMPORT_FORMATS, PROVIDER_IDS, type ProviderId, type SourceMapping } from '@tallysheet/contract';
import { isCut, PROVIDERS, readEvents, readMarketoActivities, type EventReading } from '@tallysheet/sources';
import type { RejectedEvent } from '../database/entities/rejected-event.entity';
import type { RejectedWithRun } from './rejected.service';

/** What nobody can make an event of, however often it is read. */
const HOPELESS = new Set(['bad-signature', 'unreadable-body']);
const isProvider = (format: string): format is ProviderId => (PROVIDER_IDS as readonly string[]).includes(format);

/** Rows of every format can be read again, but what was cut: it might be taken for less than it was. */
export function isRetryable({ code, format, raw }: RejectedEvent): boolean {
  const isKnown = (IMPORT_FORMATS as readonly string[]).includes(format);
  return isKnown && !HOPELESS.has(code) && !isCut(raw);
}

/**
 * Reads a rejected row's text once more, as it was read at first: under its file's header and mapping, or by its
 * provider with the source's mapping of today.
 */
export async function readAgain(
  { row, run }: RejectedWithRun,
  raw: string,
  mapping: SourceMapping,
): Promise<EventReading[]> {
  const { format, createdAt } = row;
  if (isProvider(format)) {
    const document = parsed(raw);
    if (document === undefined) return [{ kind: 'rejected', code: 'not-json', field: null, detail: '' }];
    return PROVIDERS[format].read(document, mapping, { receivedAt: createdAt }).map(({ result }) => result);
  }
  const isTable = run?.header !== null && run?.header !== undefined && !/^\s*[[{]/.test(raw);
  const text = isTable ? `${run.header}\n${raw}\n` : raw;
  const options = { mapping: run?.mapping ?? undefined, now: Date.now };
  const read = format === 'marketo-activities' ? readMarketoActivities : readEvents;
  const readings: EventReading[] = [];
  for await (const { result } of read(once(text), options)) readings.push(result);
  return readings;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

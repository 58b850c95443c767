import type { SourceMapping } from '@tallysheet/contract';
import { rawStart } from '../csv/csv-row';
import { jsonLines } from '../json/json-parts';
import { Rejection, type EventRow } from '../reading';
import type { Provider } from './provider';

/**
 * The notices of a file of webhook bodies, one body a line: JSON, or a form's text where the sender posts forms. What
 * cannot be read is given as rejected.
 */
export async function* readNotices(
  text: AsyncIterable<string>,
  provider: Provider,
  mapping: SourceMapping,
): AsyncGenerator<EventRow> {
  for await (const { line, text: body, fault } of jsonLines(text)) {
    if (fault) yield { line, raw: rawStart(body), result: { kind: 'rejected', code: fault, field: null, detail: '' } };
    else for (const { raw, result } of noticesOf(body, provider, mapping)) yield { line, raw: rawStart(raw), result };
  }
}

function noticesOf(body: string, provider: Provider, mapping: SourceMapping) {
  try {
    return provider.read(documentOf(body, contentTypeOf(body), provider), mapping);
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    const { code, field, detail } = error;
    return [{ raw: body, result: { kind: 'rejected' as const, code, field, detail } }];
  }
}

/** A webhook's body as its sender's document. Throws `Rejection('unreadable-body')`. */
export function documentOf(body: string, contentType: string, provider: Provider): unknown {
  if (provider.document) return provider.document(body, contentType);
  try {
    return JSON.parse(body) as unknown;
  } catch (error) {
    throw new Rejection('unreadable-body', null, (error as Error).message.slice(0, 200));
  }
}

function contentTypeOf(body: string): string {
  return /^\s*[[{]/.test(body) ? 'application/json' : 'application/x-www-form-urlencoded';
}

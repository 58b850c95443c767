import type { EventKind } from '@tallysheet/contract';
import type { Incoming } from './incoming';

/** News about people touches messages of any campaign: some at a time, so that others wait but a moment. */
const NEWS_PER_TRANSACTION = 200;
/** One event may join thousands. */
const PEOPLE_PER_TRANSACTION = 5000;
const NEWS: ReadonlySet<EventKind> = new Set(['personMerged', 'personDeleted']);

/** Whether an event tells who is who, which changes how others count. */
export function isNews({ event }: Incoming): boolean {
  return NEWS.has(event.kind);
}

/** News in as few transactions as neither events nor people are too many for; one event is never cut. */
export function* newsSlices(news: readonly Incoming[]): Generator<Incoming[]> {
  let slice: Incoming[] = [];
  let people = 0;
  for (const each of news) {
    const more = 1 + (each.event.mergedPersons?.length ?? 0);
    if (slice.length === NEWS_PER_TRANSACTION || (slice.length > 0 && people + more > PEOPLE_PER_TRANSACTION)) {
      yield slice;
      slice = [];
      people = 0;
    }
    slice.push(each);
    people += more;
  }
  if (slice.length > 0) yield slice;
}

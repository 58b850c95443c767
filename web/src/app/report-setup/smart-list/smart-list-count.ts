import type { Signal } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import type { PeopleCount, SmartList } from '@tallysheet/contract';
import { catchError, concat, distinctUntilChanged, map, Observable, of, scan, switchMap, timer } from 'rxjs';

const TYPED_MS = 300;

/** How many people a list has in it: the last answer, whether another is on its way, and why there is none. */
export interface CountState {
  count: PeopleCount | null;
  counting: boolean;
  problem: unknown;
}

/** Asks the server; it can be told to stop. */
export type AskCount = (list: SmartList, signal: AbortSignal) => Promise<PeopleCount>;

/** Counts a list while it is written: at once, then a moment after each change. A newer question ends the one before. */
export function countWhileWritten(list: Signal<SmartList>, ask: AskCount): Signal<CountState> {
  const states = toObservable(list).pipe(
    distinctUntilChanged(same),
    switchMap((asked, index) => {
      const pause = index === 0 ? of(0) : timer(TYPED_MS);
      return concat(of(COUNTING), pause.pipe(switchMap(() => answerOf(asked, ask))));
    }),
    scan((before: CountState, now: Partial<CountState>) => ({ ...before, ...now }), NOTHING),
  );
  return toSignal(states, { initialValue: NOTHING });
}

const COUNTING: Partial<CountState> = { counting: true, problem: null };
const NOTHING: CountState = { count: null, counting: true, problem: null };

function answerOf(list: SmartList, ask: AskCount): Observable<CountState> {
  const answer = new Observable<PeopleCount>((told) => {
    const controller = new AbortController();
    ask(list, controller.signal).then(
      (count) => {
        told.next(count);
        told.complete();
      },
      (error: unknown) => told.error(error),
    );
    return () => controller.abort();
  });
  return answer.pipe(
    map((count) => ({ count, counting: false, problem: null })),
    catchError((problem: unknown) => of({ count: null, counting: false, problem })),
  );
}

function same(a: SmartList, b: SmartList): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

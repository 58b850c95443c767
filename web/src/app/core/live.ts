import { DOCUMENT, inject, Injectable, InjectionToken, signal } from '@angular/core';
import {
  defer,
  distinctUntilChanged,
  EMPTY,
  finalize,
  fromEvent,
  map,
  NEVER,
  Observable,
  ReplaySubject,
  retry,
  share,
  startWith,
  switchMap,
  tap,
  timer,
} from 'rxjs';

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;

/** What opens a stream of the server's events; null where there is none. */
export const EVENT_STREAM = new InjectionToken<((url: string) => EventSource) | null>('EVENT_STREAM', {
  factory: () => ('EventSource' in globalThis ? (url: string) => new EventSource(url) : null),
});

/** Follows how far the workspace's data is, by one connection for all who want to know, and none while nobody looks. */
@Injectable({ providedIn: 'root' })
export class Live {
  private readonly document = inject(DOCUMENT);
  private readonly open = inject(EVENT_STREAM);
  private readonly isOpen = signal(false);
  /** The last revision that was told: a new connection says no more than what came after it. */
  private known: number | null = null;

  /** Whether the server tells of changes at present. */
  readonly connected = this.isOpen.asReadonly();

  /** The revision as it is, and whenever it has changed. Tabs in the background hear of it when they are looked at. */
  readonly revision: Observable<number> = defer(() => {
    this.known = null;
    return fromEvent(this.document, 'visibilitychange').pipe(
      startWith(null),
      map(() => this.document.visibilityState !== 'hidden'),
      distinctUntilChanged(),
      switchMap((visible) => (visible ? this.connect() : EMPTY)),
    );
  }).pipe(share({ connector: () => new ReplaySubject(1) }));

  private connect(): Observable<number> {
    const { open } = this;
    if (!open) return NEVER;
    return new Observable<number>((told) => {
      const events = open(this.known === null ? '/api/live' : `/api/live?lastEventId=${this.known}`);
      events.addEventListener('open', () => this.isOpen.set(true));
      events.addEventListener('revision', ({ data }: MessageEvent<string>) => told.next(Number(data)));
      events.addEventListener('error', (error) => told.error(error));
      return () => events.close();
    }).pipe(
      tap((revision) => (this.known = revision)),
      finalize(() => this.isOpen.set(false)),
      retry({ delay: (_, tries) => (this.isOpen.set(false), timer(pauseBefore(tries))), resetOnSuccess: true }),
    );
  }
}

/** Longer each time, and not the same for all whose server has gone. */
function pauseBefore(tries: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (tries - 1)) * (0.5 + Math.random() / 2);
}

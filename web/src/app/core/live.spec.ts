import { DOCUMENT } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Subscription } from 'rxjs';
import { EVENT_STREAM, Live } from './live';

class Stream extends EventTarget {
  isClosed = false;

  constructor(readonly url: string) {
    super();
  }
  close(): void {
    this.isClosed = true;
  }
  tell(revision: number): void {
    this.dispatchEvent(new MessageEvent('revision', { data: String(revision) }));
  }
}

describe('Following the workspace', () => {
  let streams: Stream[];
  let told: number[];
  let live: Live;
  let visibility: DocumentVisibilityState;
  const following: Subscription[] = [];

  beforeEach(() => {
    jest.useFakeTimers();
    streams = [];
    told = [];
    visibility = 'visible';
    const open = (url: string) => {
      streams.push(new Stream(url));
      return streams.at(-1);
    };
    TestBed.configureTestingModule({ providers: [{ provide: EVENT_STREAM, useValue: open }] });
    jest.spyOn(TestBed.inject(DOCUMENT), 'visibilityState', 'get').mockImplementation(() => visibility);
    live = TestBed.inject(Live);
  });
  afterEach(() => {
    following.splice(0).forEach((each) => each.unsubscribe());
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  const follow = () => following.push(live.revision.subscribe((revision) => told.push(revision)));
  const turn = (state: DocumentVisibilityState) => {
    visibility = state;
    TestBed.inject(DOCUMENT).dispatchEvent(new Event('visibilitychange'));
  };
  const open = () => streams.filter(({ isClosed }) => !isClosed);

  it('takes one connection for all, and gives it back when the last has gone', () => {
    follow();
    streams[0]!.tell(4);
    follow();
    expect([streams.length, told]).toEqual([1, [4, 4]]);
    streams[0]!.tell(5);
    expect(told).toEqual([4, 4, 5, 5]);
    following.splice(0).forEach((each) => each.unsubscribe());
    expect(open()).toEqual([]);
  });

  it('connects again after a while, each time a longer one, and from where it was', () => {
    follow();
    streams[0]!.dispatchEvent(new Event('open'));
    streams[0]!.tell(4);
    expect(live.connected()).toBe(true);
    for (const [tries, longest] of [1000, 2000, 4000].entries()) {
      streams[tries]!.dispatchEvent(new Event('error'));
      expect([live.connected(), open().length]).toEqual([false, 0]);
      jest.advanceTimersByTime(longest / 2 - 1);
      expect(streams).toHaveLength(tries + 1);
      jest.advanceTimersByTime(longest / 2 + 1);
      expect(streams).toHaveLength(tries + 2);
    }
    expect(streams.map(({ url }) => url)).toEqual(['/api/live', ...Array(3).fill('/api/live?lastEventId=4')]);
    streams[3]!.tell(9);
    expect(told).toEqual([4, 9]);
  });

  it('lets go of the connection while its tab is hidden', () => {
    follow();
    turn('hidden');
    expect(open()).toEqual([]);
    turn('visible');
    open()[0]!.tell(6);
    expect(told).toEqual([6]);
  });
});

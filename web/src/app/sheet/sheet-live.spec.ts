import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Sheet } from '@tallysheet/contract';
import { Subject } from 'rxjs';
import { Live } from '../core/live';
import { ReportStore } from './report-store';
import type { Wait } from './sheet-source';
import { SheetLive } from './sheet-live';
import { sheetOf } from './testing/sheet-story';

describe('A sheet that follows what comes in', () => {
  let revision: Subject<number>;
  let now: number;
  let live: SheetLive;
  const sheet = signal<Sheet | null>(null);
  const wait = signal<Wait>('none');
  const store = {
    sheet,
    wait,
    renew: jest.fn(() => Promise.resolve(sheet.set({ ...sheetOf(), revision: now }))),
    refresh: jest.fn(),
    endRenewal: jest.fn(),
  };

  beforeEach(() => {
    jest.useFakeTimers();
    jest.clearAllMocks();
    revision = new Subject();
    sheet.set(sheetOf());
    wait.set('none');
    const following = { revision, connected: signal(true) };
    TestBed.configureTestingModule({
      providers: [SheetLive, { provide: Live, useValue: following }, { provide: ReportStore, useValue: store }],
    });
    live = TestBed.inject(SheetLive);
  });
  afterEach(() => jest.useRealTimers());

  async function pass(ms: number): Promise<void> {
    TestBed.tick();
    await jest.advanceTimersByTimeAsync(ms);
    TestBed.tick();
  }
  const tell = (to: number) => {
    now = to;
    revision.next(to);
  };

  it('is not counted anew for a revision that it has already', async () => {
    tell(sheetOf().revision);
    await pass(10_000);
    expect(store.renew).not.toHaveBeenCalled();
  });

  it('is counted anew at once, then every few seconds while more comes in', async () => {
    tell(8);
    await pass(0);
    expect(store.renew).toHaveBeenCalledTimes(1);
    for (let to = 9; to < 18; to++) {
      tell(to);
      await pass(300);
    }
    expect(store.renew).toHaveBeenCalledTimes(1);
    await pass(400);
    expect(store.renew).toHaveBeenCalledTimes(2);
    await pass(10_000);
    expect(store.renew).toHaveBeenCalledTimes(2);
  });

  it('tries again when that has failed', async () => {
    store.renew.mockResolvedValueOnce(undefined);
    tell(8);
    await pass(0);
    expect(live.behind()).toBe(true);
    await pass(3000);
    expect([store.renew.mock.calls.length, live.behind()]).toEqual([2, false]);
  });

  it('waits for a count that the reader waits for', async () => {
    wait.set('shown');
    tell(8);
    await pass(10_000);
    expect(store.renew).not.toHaveBeenCalled();
  });

  it('stays as it is while it is frozen, knows that it is behind, and follows again', async () => {
    live.setFrozen(true);
    expect(store.endRenewal).toHaveBeenCalled();
    tell(8);
    await pass(10_000);
    expect([store.renew.mock.calls.length, live.behind()]).toEqual([0, true]);
    live.setFrozen(false);
    await pass(0);
    expect([store.renew.mock.calls.length, live.behind()]).toEqual([1, false]);
  });
});

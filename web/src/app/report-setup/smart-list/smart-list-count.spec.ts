import { signal, type Signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { PeopleCount, SmartList } from '@tallysheet/contract';
import { type CountState, countWhileWritten } from './smart-list-count';

const listOf = (...ids: string[]): SmartList => ({ match: 'all', rules: ids.map((list) => ({ list })) });

describe('The count of a list while it is written', () => {
  let asked: {
    list: SmartList;
    signal: AbortSignal;
    answer: (count: PeopleCount) => void;
    refuse: (why: Error) => void;
  }[];
  let state: Signal<CountState>;
  const list = signal(listOf());

  beforeEach(() => {
    jest.useFakeTimers();
    asked = [];
    list.set(listOf());
    state = TestBed.runInInjectionContext(() =>
      countWhileWritten(list, (about, ended) => {
        return new Promise((answer, refuse) => asked.push({ list: about, signal: ended, answer, refuse }));
      }),
    );
    TestBed.tick();
  });
  afterEach(() => jest.useRealTimers());

  async function write(...ids: string[]): Promise<void> {
    list.set(listOf(...ids));
    TestBed.tick();
    await jest.advanceTimersByTimeAsync(0);
  }
  async function answer(index: number, people: number): Promise<void> {
    asked[index]!.answer({ people, of: 9 });
    await jest.advanceTimersByTimeAsync(0);
  }

  it('is asked for at once, and once more when the writing has paused', async () => {
    expect(asked.map((each) => each.list)).toEqual([listOf()]);
    await write('a');
    await jest.advanceTimersByTimeAsync(200);
    await write('a', 'b');
    await jest.advanceTimersByTimeAsync(200);
    expect(asked).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(100);
    expect(asked.map((each) => each.list)).toEqual([listOf(), listOf('a', 'b')]);
  });

  it('ends the question before, whose late answer is never shown', async () => {
    await write('a');
    await jest.advanceTimersByTimeAsync(300);
    expect([asked[0]!.signal.aborted, asked[1]!.signal.aborted]).toEqual([true, false]);
    await answer(1, 4);
    await answer(0, 9);
    expect(state()).toEqual({ count: { people: 4, of: 9 }, counting: false, problem: null });
  });

  it('keeps the number in sight while another is counted', async () => {
    await answer(0, 9);
    await write('a');
    await jest.advanceTimersByTimeAsync(300);
    expect(state()).toMatchObject({ count: { people: 9 }, counting: true });
  });

  it('is not asked again for the same list', async () => {
    await answer(0, 9);
    await write();
    await jest.advanceTimersByTimeAsync(300);
    expect(asked).toHaveLength(1);
  });

  it('says why there is none, and counts on with the next change', async () => {
    const why = new Error('no such list');
    asked[0]!.refuse(why);
    await jest.advanceTimersByTimeAsync(0);
    expect(state()).toEqual({ count: null, counting: false, problem: why });
    await write('a');
    await jest.advanceTimersByTimeAsync(300);
    await answer(1, 2);
    expect(state()).toEqual({ count: { people: 2, of: 9 }, counting: false, problem: null });
  });

  it('takes the question back when nobody waits any more', () => {
    TestBed.resetTestingModule();
    expect(asked[0]!.signal.aborted).toBe(true);
  });
});

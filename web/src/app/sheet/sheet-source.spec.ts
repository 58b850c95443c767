import type { ReportQuery, Sheet } from '@tallysheet/contract';
import { SheetSource } from './sheet-source';
import { sheetOf } from './testing/sheet-story';

const query: ReportQuery = { reportType: 'campaign-email-performance', timeFrame: { preset: 'all-time' } };

describe('The sheet of the latest question', () => {
  let asked: { signal: AbortSignal; answer: (sheet: Sheet) => void; fail: (error: unknown) => void }[];
  let source: SheetSource;

  beforeEach(() => {
    jest.useFakeTimers();
    asked = [];
    source = new SheetSource((_, signal) => new Promise((answer, fail) => asked.push({ signal, answer, fail })));
  });
  afterEach(() => jest.useRealTimers());

  const settle = () => jest.advanceTimersByTimeAsync(0);

  it('shows that it is counted after 150 ms, and offers an end after 3 s', () => {
    void source.load(query, 'a');
    expect(source.wait()).toBe('short');
    jest.advanceTimersByTime(150);
    expect(source.wait()).toBe('shown');
    jest.advanceTimersByTime(2850);
    expect(source.wait()).toBe('long');
  });

  it('takes an older question back and never shows its answer', async () => {
    void source.load(query, 'a');
    void source.load(query, 'b');
    expect(asked[0]!.signal.aborted).toBe(true);
    const newer = sheetOf([]);
    asked[1]!.answer(newer);
    asked[0]!.answer(sheetOf());
    await settle();
    expect(source.sheet()).toBe(newer);
  });

  it('hides the numbers of another question, but keeps those of the same while they are counted anew', async () => {
    void source.load(query, 'a');
    asked[0]!.answer(sheetOf());
    await settle();
    void source.load(query, 'a');
    jest.advanceTimersByTime(1000);
    expect(source.stale()).toBe(false);
    void source.load(query, 'b');
    expect(source.stale()).toBe(false);
    jest.advanceTimersByTime(150);
    expect(source.stale()).toBe(true);
  });

  it('renews its numbers unseen, keeps them when that fails, and gives way to a question', async () => {
    void source.load(query, 'a');
    asked[0]!.answer(sheetOf());
    await settle();
    void source.renew(query, 'a');
    jest.advanceTimersByTime(5000);
    expect([source.wait(), source.stale()]).toEqual(['none', false]);
    asked[1]!.fail(new Error('busy'));
    await settle();
    expect([source.sheet()?.rows.length, source.problem()]).toEqual([6, null]);
    void source.renew(query, 'a');
    asked[2]!.answer(sheetOf([]));
    await settle();
    expect(source.sheet()?.rows).toEqual([]);
    void source.renew(query, 'a');
    void source.load(query, 'b');
    expect(asked[3]!.signal.aborted).toBe(true);
    asked[3]!.answer(sheetOf());
    await settle();
    expect(source.sheet()?.rows).toEqual([]);
  });

  it('stops on the reader’s word', async () => {
    void source.load(query, 'a');
    source.stop();
    expect([asked[0]!.signal.aborted, source.stopped(), source.wait()]).toEqual([true, true, 'none']);
    asked[0]!.answer(sheetOf());
    await settle();
    expect(source.sheet()).toBeNull();
  });

  it('says what failed, until it is asked again', async () => {
    void source.load(query, 'a');
    asked[0]!.fail(new Error('busy'));
    await settle();
    expect(source.problem()).toEqual(new Error('busy'));
    void source.load(query, 'a');
    expect(source.problem()).toBeNull();
  });
});

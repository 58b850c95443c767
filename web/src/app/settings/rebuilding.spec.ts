import { TestBed } from '@angular/core/testing';
import type { SettingsAnswer } from '@tallysheet/contract';
import { Api } from '../core/api';
import { Rebuilding } from './rebuilding';

function answer(rebuilding: boolean): SettingsAnswer {
  return { rebuilding } as SettingsAnswer;
}

describe('A recount', () => {
  const settings = jest.fn<Promise<SettingsAnswer>, []>();
  let rebuilding: Rebuilding;

  beforeEach(() => {
    jest.useFakeTimers();
    settings.mockReset();
    TestBed.configureTestingModule({ providers: [Rebuilding, { provide: Api, useValue: { settings } }] });
    rebuilding = TestBed.inject(Rebuilding);
  });
  afterEach(() => jest.useRealTimers());

  it('is followed until it is done, and then told', async () => {
    settings.mockResolvedValueOnce(answer(true)).mockResolvedValueOnce(answer(false));
    const done = jest.fn();
    rebuilding.whenDone(done);
    rebuilding.follow(answer(true));
    await jest.advanceTimersByTimeAsync(2000);
    expect(rebuilding.running()).toBe(true);
    expect(done).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(2000);
    expect(rebuilding.running()).toBe(false);
    expect(done).toHaveBeenCalledTimes(1);
  });

  it('is still followed after an answer was lost', async () => {
    settings.mockRejectedValueOnce(new Error('offline')).mockResolvedValueOnce(answer(false));
    rebuilding.follow(answer(true));
    await jest.advanceTimersByTimeAsync(4000);
    expect(rebuilding.running()).toBe(false);
  });

  it('is not asked for once the page is left', async () => {
    rebuilding.follow(answer(true));
    rebuilding.stop();
    await jest.advanceTimersByTimeAsync(10_000);
    expect(settings).not.toHaveBeenCalled();
  });
});

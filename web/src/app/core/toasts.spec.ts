import { TestBed } from '@angular/core/testing';
import { Toasts } from './toasts';

describe('A toast', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('goes after eight seconds', () => {
    const toasts = TestBed.inject(Toasts);
    toasts.show({ text: 'Saved' });
    jest.advanceTimersByTime(7999);
    expect(toasts.current()?.text).toBe('Saved');
    jest.advanceTimersByTime(1);
    expect(toasts.current()).toBeNull();
  });

  it('waits while the reader is at it', () => {
    const toasts = TestBed.inject(Toasts);
    toasts.show({ text: 'Deleted' });
    jest.advanceTimersByTime(5000);
    toasts.pause();
    jest.advanceTimersByTime(60_000);
    toasts.resume();
    jest.advanceTimersByTime(2999);
    expect(toasts.current()?.text).toBe('Deleted');
    jest.advanceTimersByTime(1);
    expect(toasts.current()).toBeNull();
  });

  it('gives way to a newer one, which has its full time', () => {
    const toasts = TestBed.inject(Toasts);
    toasts.show({ text: 'First' });
    jest.advanceTimersByTime(6000);
    toasts.show({ text: 'Second' });
    jest.advanceTimersByTime(6000);
    expect(toasts.current()?.text).toBe('Second');
  });

  it('closes when its offer is taken', () => {
    const toasts = TestBed.inject(Toasts);
    const run = jest.fn();
    const toast = { text: 'Deleted', action: { label: 'Undo', run } };
    toasts.show(toast);
    toasts.act(toast);
    expect(run).toHaveBeenCalledTimes(1);
    expect(toasts.current()).toBeNull();
  });
});

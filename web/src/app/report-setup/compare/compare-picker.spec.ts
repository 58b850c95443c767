import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { Compare, TimeFrame } from '@tallysheet/contract';
import { Api } from '../../core/api';
import { ComparePicker } from './compare-picker';

const CALENDAR = { timeZone: 'UTC', weekStart: 'monday', now: Date.parse('2026-11-25T07:00Z') } as const;

describe('The picker of the period to compare with', () => {
  let host: HTMLElement;
  let fixture: ComponentFixture<ComparePicker>;
  let applied: (Compare | undefined)[];

  async function open(timeFrame: TimeFrame, compare?: Compare): Promise<void> {
    TestBed.configureTestingModule({ providers: [{ provide: Api, useValue: {} }] });
    fixture = TestBed.createComponent(ComparePicker);
    fixture.componentRef.setInput('compare', compare);
    fixture.componentRef.setInput('time', { timeFrame, timeBasis: 'sent', timeZone: undefined });
    fixture.componentRef.setInput('calendar', CALENDAR);
    applied = [];
    fixture.componentInstance.applied.subscribe((chosen) => applied.push(chosen));
    host = fixture.nativeElement;
    document.body.append(host);
    await fixture.whenStable();
  }
  afterEach(() => host.remove());

  const radio = (value: string) => host.querySelector<HTMLInputElement>(`input[value="${value}"]`)!;
  async function choose(value: string): Promise<void> {
    radio(value).click();
    await fixture.whenStable();
  }
  async function type(side: 0 | 1, text: string): Promise<void> {
    const field = host.querySelectorAll<HTMLInputElement>('input[type="text"]')[side]!;
    field.value = text;
    field.dispatchEvent(new Event('change'));
    await fixture.whenStable();
  }
  const submit = () => host.querySelector('form')!.requestSubmit();

  it('says which days each is', async () => {
    await open({ preset: 'this-month' });
    const words = [...host.querySelectorAll('.choice')].map((one) => one.textContent?.replace(/\s+/g, ' ').trim());
    expect(words).toEqual(['Off', 'Previous period1 – 31 Oct 2026', 'Same period last year1 – 30 Nov 2025', 'Custom…']);
    expect(radio('off').checked).toBe(true);
    await choose('previous-period');
    submit();
    expect(applied).toEqual([{ to: 'previous-period' }]);
  });

  it('takes two typed days, beginning from the period before', async () => {
    await open({ preset: 'this-month' }, { to: 'previous-period' });
    await choose('custom');
    await type(0, '5 Oct 2026');
    submit();
    expect(applied).toEqual([{ to: { from: '2026-10-05', to: '2026-10-31' } }]);
    await type(1, '31 Nov 2026');
    expect(host.querySelector('#date-error-to')?.textContent).toBe('November has 30 days');
    submit();
    expect(applied).toHaveLength(1);
  });

  it('ends the comparison', async () => {
    await open({ preset: 'this-month' }, { to: { from: '2026-01-01', to: '2026-01-31' } });
    expect(radio('custom').checked).toBe(true);
    await choose('off');
    submit();
    expect(applied).toEqual([undefined]);
  });

  it('offers all time two days only', async () => {
    await open({ preset: 'all-time' });
    expect([radio('previous-period').disabled, radio('same-period-last-year').disabled]).toEqual([true, true]);
    expect(radio('custom').disabled).toBe(false);
  });
});

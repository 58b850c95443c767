import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { Api } from '../../core/api';
import type { TimeChoice } from './time-choice';
import { TimeFramePicker } from './time-frame-picker';

describe('The time frame picker', () => {
  let fixture: ComponentFixture<TimeFramePicker>;
  let host: HTMLElement;
  let applied: TimeChoice[];

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [{ provide: Api, useValue: {} }] });
    fixture = TestBed.createComponent(TimeFramePicker);
    fixture.componentRef.setInput('choice', {
      timeFrame: { preset: 'last-30-days' },
      timeBasis: 'sent',
      timeZone: undefined,
    });
    fixture.componentRef.setInput('calendar', {
      timeZone: 'Europe/Paris',
      weekStart: 'monday',
      now: Date.parse('2026-11-22T14:00:00Z'),
    });
    fixture.componentRef.setInput('bases', ['sent', 'activity']);
    applied = [];
    fixture.componentInstance.applied.subscribe((choice) => applied.push(choice));
    host = fixture.nativeElement;
    document.body.append(host);
    await fixture.whenStable();
  });
  afterEach(() => host.remove());

  const button = (name: string): HTMLButtonElement =>
    [...host.querySelectorAll('button')].find((found) => (found.ariaLabel ?? found.textContent?.trim()) === name) ??
    (host.querySelector(`button[aria-label="${name}"]`) as HTMLButtonElement);
  const field = (index: number): HTMLInputElement =>
    host.querySelectorAll<HTMLInputElement>('input[type=text]')[index]!;
  async function type(index: number, text: string): Promise<void> {
    field(index).value = text;
    field(index).dispatchEvent(new Event('change'));
    await fixture.whenStable();
  }
  async function click(name: string): Promise<void> {
    button(name).click();
    await fixture.whenStable();
  }

  it('lists every preset, and marks the one in force', () => {
    const presets = [...host.querySelectorAll('.preset')];
    expect(presets).toHaveLength(15);
    expect(presets.find((preset) => preset.getAttribute('aria-pressed') === 'true')?.textContent?.trim()).toBe(
      'Last 30 days',
    );
  });

  it('says the period in its fields and in words', () => {
    expect([field(0).value, field(1).value]).toEqual(['24 Oct 2026', '22 Nov 2026']);
    expect(host.querySelector('.words')?.textContent).toBe('30 days, today included. Moves with the calendar.');
  });

  it('hands nothing on before Apply', async () => {
    await click('All time');
    expect(applied).toEqual([]);
    await click('Apply');
    expect(applied).toEqual([{ timeFrame: { preset: 'all-time' }, timeBasis: 'sent', timeZone: undefined }]);
  });

  it('explains a date that does not exist, and cannot be applied with it', async () => {
    await type(0, '31 nov 2026');
    expect(host.querySelector('#date-error-from')?.textContent).toBe('November has 30 days');
    expect(button('Apply').disabled).toBe(true);
  });

  it('takes typed days as they are written here', async () => {
    await type(0, '1/11/2026');
    expect(field(0).value).toBe('1 Nov 2026');
    await click('Apply');
    expect(applied[0]?.timeFrame).toEqual({ from: '2026-11-01', to: '2026-11-22' });
  });

  it('does not offer days to come', () => {
    expect([button('22 Nov 2026').disabled, button('23 Nov 2026').disabled]).toEqual([false, true]);
  });

  it('moves by day and by month with the keys', async () => {
    button('22 Nov 2026').focus();
    for (const key of ['ArrowLeft', 'ArrowUp', 'PageUp']) {
      document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      await fixture.whenStable();
    }
    expect(document.activeElement?.getAttribute('aria-label')).toBe('14 Oct 2026');
  });
});

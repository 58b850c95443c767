import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { PersonAttribute, QueryLevel } from '@tallysheet/contract';
import { Api } from '../../core/api';
import { TYPE } from '../../sheet/testing/sheet-story';
import { RowsPicker } from './rows-picker';

const ATTRIBUTES: readonly PersonAttribute[] = [
  { id: 1, name: 'Country', type: 'text', people: 9 },
  { id: 2, name: 'Renewal', type: 'date', people: 3 },
  { id: 3, name: 'Score', type: 'number', people: 5 },
];
const LAST_ACTIVITY = TYPE.columns.find(({ id }) => id === 'lastActivityAt')!;

describe('The picker of rows', () => {
  let fixture: ComponentFixture<RowsPicker>;
  let host: HTMLElement;
  let applied: (readonly QueryLevel[])[];

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [{ provide: Api, useValue: { personAttributes: () => Promise.resolve(ATTRIBUTES) } }],
    });
    fixture = TestBed.createComponent(RowsPicker);
    fixture.componentRef.setInput('type', TYPE);
    fixture.componentRef.setInput('levels', TYPE.rowLevels);
    fixture.componentRef.setInput('lostAt', (levels: QueryLevel[]) =>
      levels.includes('domain') ? [LAST_ACTIVITY] : [],
    );
    applied = [];
    fixture.componentInstance.applied.subscribe((levels) => applied.push(levels));
    host = fixture.nativeElement;
    document.body.append(host);
    await fixture.whenStable();
  });
  afterEach(() => host.remove());

  const radio = (side: 'outer' | 'inner', value: string) =>
    host.querySelector<HTMLInputElement>(`input[name="rows-${side}"][value="${value}"]`)!;
  async function choose(side: 'outer' | 'inner', value: string): Promise<void> {
    radio(side, value).click();
    await fixture.whenStable();
  }
  const submit = () => host.querySelector('form')!.requestSubmit();
  const reset = () => host.querySelector<HTMLButtonElement>('.btn-quiet')!;

  it('offers what the type can be grouped by, with what is in force chosen', () => {
    const words = [...host.querySelectorAll('.lists > :first-child .choice')].map((one) => one.textContent?.trim());
    expect(words).toEqual(['Program', 'Smart campaign', 'Email', 'Recipient domain']);
    expect([radio('outer', 'campaign').checked, radio('inner', 'asset').checked]).toEqual([true, true]);
  });

  it('calls what is sent by its channel', async () => {
    fixture.componentRef.setInput('type', { ...TYPE, channel: 'sms', groupings: ['campaign', 'asset'] });
    await fixture.whenStable();
    expect(host.querySelector('.lists > :first-child')?.textContent).toContain('SMS');
    expect(host.textContent).not.toContain('Email');
  });

  it('applies one or two levels, and nothing before', async () => {
    await choose('outer', 'program');
    expect(applied).toEqual([]);
    submit();
    await choose('inner', 'none');
    submit();
    expect(applied).toEqual([['program', 'asset'], ['program']]);
  });

  it('puts nothing beneath itself, and has the inner choice back once the outer one has moved on', async () => {
    await choose('outer', 'asset');
    expect([radio('inner', 'asset').disabled, radio('inner', 'none').checked]).toEqual([true, true]);
    await choose('outer', 'domain');
    submit();
    expect(applied).toEqual([['domain', 'asset']]);
  });

  it('says which columns would leave the sheet before they do', async () => {
    expect(host.querySelector('.warning')?.textContent).toBe('');
    await choose('inner', 'domain');
    expect(host.querySelector('.warning')?.textContent).toBe(
      'This column is not counted by recipient domain, and will leave the sheet: Last activity.',
    );
  });

  it('offers of a report on people whatever is known of them, dates by a unit and numbers by a step', async () => {
    fixture.componentRef.setInput('type', { ...TYPE, counts: 'people', channel: null, groupings: ['day', 'month'] });
    fixture.componentRef.setInput('levels', ['month', { attribute: 'status' }]);
    await fixture.whenStable();
    // Once more with what the server has answered.
    await fixture.whenStable();
    const words = [...host.querySelectorAll('.lists > :first-child .choice')].map((one) => one.textContent?.trim());
    expect(words).toEqual(['Day', 'Month', 'Country', 'Renewal', 'Score', 'status']);
    expect(radio('inner', 'attribute:status').checked).toBe(true);
    await choose('outer', 'attribute:renewal');
    const unit = host.querySelector('select')!;
    expect(unit.value).toBe('month');
    unit.value = 'year';
    unit.dispatchEvent(new Event('change'));
    await choose('inner', 'attribute:score');
    const step = host.querySelector<HTMLInputElement>('input[type=number]')!;
    step.value = '10';
    step.dispatchEvent(new Event('change'));
    await fixture.whenStable();
    submit();
    expect(applied).toEqual([
      [
        { attribute: 'Renewal', unit: 'year' },
        { attribute: 'Score', step: 10 },
      ],
    ]);
  });

  it('goes back to the usual rows at once', async () => {
    expect(reset().disabled).toBe(true);
    await choose('outer', 'domain');
    reset().click();
    expect(applied).toEqual([TYPE.rowLevels]);
  });
});

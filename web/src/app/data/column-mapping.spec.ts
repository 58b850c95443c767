import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { Messages } from '../core/messages';
import { ACTIVITY_COLUMN_SET } from './activity-columns';
import { ColumnMapping } from './column-mapping';
import type { ColumnSet } from './column-set';
import { PEOPLE_COLUMNS } from './people-columns';

describe('The mapping of columns', () => {
  let fixture: ComponentFixture<ColumnMapping>;
  let page: HTMLElement;
  const mapped = jest.fn();

  async function show(missing: string[], found: string[], set: ColumnSet = ACTIVITY_COLUMN_SET): Promise<void> {
    TestBed.inject(Messages).setLanguage('en');
    fixture = TestBed.createComponent(ColumnMapping);
    fixture.componentRef.setInput('set', set);
    fixture.componentRef.setInput('missing', missing);
    fixture.componentRef.setInput('found', found);
    fixture.componentInstance.mapped.subscribe(mapped);
    page = fixture.nativeElement as HTMLElement;
    await fixture.whenStable();
  }
  const select = (column: string) => page.querySelector<HTMLSelectElement>(`#map-${column}`);
  const submit = () => page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));

  beforeEach(() => mapped.mockClear());

  it('asks for the needed columns first, then for those that the file may have under another name', async () => {
    await show(['leadId'], ['Who', 'activityDate', 'activityTypeId', 'campaignId', 'attributes']);
    const labels = [...page.querySelectorAll('code')].map((code) => code.textContent);
    expect(labels).toEqual([
      'leadId',
      'marketoGUID',
      'primaryAttributeValueId',
      'primaryAttributeValue',
      'actionResult',
    ]);
    expect(page.querySelector('button')!.disabled).toBe(true);
  });

  it('proposes the header that most likely is meant, and passes on what is chosen', async () => {
    await show(['leadId', 'activityDate'], ['Person ID', 'Date', 'What', 'activityTypeId']);
    expect(select('leadId')?.value).toBe('Person ID');
    expect(select('activityDate')?.value).toBe('Date');
    const details = select('attributes')!;
    details.value = 'What';
    details.dispatchEvent(new Event('change'));
    await fixture.whenStable();
    submit();
    expect(mapped).toHaveBeenCalledWith({ leadId: 'Person ID', activityDate: 'Date', attributes: 'What' });
  });

  it('does not go on while a needed column has no header', async () => {
    await show(['leadId'], ['Who', 'When']);
    submit();
    expect(mapped).not.toHaveBeenCalled();
  });

  it('asks for the id or the address of people, of which one is enough', async () => {
    await show(['person.id / person.address'], ['Customer no', 'E-mail (work)', 'City'], PEOPLE_COLUMNS);
    const chosen = () => [...page.querySelectorAll('select')].map(({ value }) => value);
    expect(chosen()).toEqual(['Customer no', 'E-mail (work)']);
    const [id, address] = page.querySelectorAll('select');
    for (const field of [id!, address!]) {
      expect(page.querySelector('button')!.disabled).toBe(false);
      field.value = '';
      field.dispatchEvent(new Event('change'));
      await fixture.whenStable();
    }
    expect(page.querySelector('button')!.disabled).toBe(true);
    address!.value = 'City';
    address!.dispatchEvent(new Event('change'));
    await fixture.whenStable();
    submit();
    expect(mapped).toHaveBeenCalledWith({ 'person.address': 'City' });
  });
});

import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { PersonAttribute, SavedSmartList, SmartList } from '@tallysheet/contract';
import { Api } from '../../core/api';
import { ApiProblem } from '../../core/api-problem';
import { SmartListApi } from './smart-list-api';
import { SmartListDialog } from './smart-list-dialog';

const ATTRIBUTES: PersonAttribute[] = [
  { id: 1, name: 'Age', type: 'number', people: 8 },
  { id: 2, name: 'Country', type: 'text', people: 9 },
];
const VIP: SavedSmartList = {
  ...{ id: 'vip', name: 'VIP', createdAt: '2026-11-01T00:00:00Z', updatedAt: '2026-11-01T00:00:00Z' },
  smartList: { match: 'any', rules: [{ did: 'clicked' }] },
};
const BELGIANS: SmartList = { match: 'all', rules: [{ attribute: 'Country', operator: 'is', values: ['Belgium'] }] };

describe('The dialog of a smart list', () => {
  let fixture: ComponentFixture<SmartListDialog>;
  let host: HTMLElement;
  const close = jest.fn();
  const api = {
    personAttributes: jest.fn(() => Promise.resolve(ATTRIBUTES)),
    attributeValues: jest.fn(() => Promise.resolve([{ value: 'France', people: 6 }])),
  };
  const lists = {
    saved: jest.fn(() => Promise.resolve([VIP])),
    count: jest.fn((_: SmartList) => Promise.resolve({ people: 1204, of: 9310 })),
    update: jest.fn((id: string, patch: object) => Promise.resolve({ ...VIP, id, ...patch })),
    delete: jest.fn(() => Promise.resolve()),
  };

  // The browser of the tests draws nothing, and so scrolls nothing.
  beforeAll(() => (Element.prototype.scrollIntoView = () => undefined));

  async function open(list?: SmartList): Promise<void> {
    jest.clearAllMocks();
    TestBed.configureTestingModule({
      providers: [
        { provide: Api, useValue: api },
        { provide: SmartListApi, useValue: lists },
        { provide: DIALOG_DATA, useValue: list },
        { provide: DialogRef, useValue: { id: 'd', close } },
      ],
    });
    fixture = TestBed.createComponent(SmartListDialog);
    host = fixture.nativeElement;
    document.body.append(host);
    await settle();
  }
  afterEach(() => host.remove());

  async function settle(): Promise<void> {
    for (let turn = 0; turn < 4; turn++) await fixture.whenStable();
  }
  const labelled = <T extends HTMLElement>(name: string, index = 0): T =>
    document.querySelectorAll<T>(`[aria-label="${name}"]`)[index]!;
  const button = (name: string): HTMLButtonElement =>
    [...document.querySelectorAll('button')].find((each) => (each.ariaLabel ?? each.textContent?.trim()) === name) ??
    labelled(name);
  async function click(name: string): Promise<void> {
    button(name).click();
    await settle();
  }
  async function type(field: HTMLInputElement, text: string): Promise<void> {
    field.focus();
    field.value = text;
    field.dispatchEvent(new Event('input'));
    await settle();
  }
  async function press(key: string, init: KeyboardEventInit = {}): Promise<void> {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init });
    document.activeElement!.dispatchEvent(event);
    await settle();
  }
  async function choose(select: HTMLSelectElement, value: string): Promise<void> {
    select.value = value;
    select.dispatchEvent(new Event('change'));
    await settle();
  }
  async function apply(): Promise<void> {
    host.querySelector('form')!.requestSubmit();
    await settle();
  }
  const errors = () => [...host.querySelectorAll('.field-error')].map((error) => error.textContent).filter(Boolean);
  const applied = () => close.mock.lastCall?.[0]?.smartList;

  it('writes a rule by keyboard alone, from the adder to Apply', async () => {
    await open();
    await click('Attribute');
    const attribute = labelled<HTMLInputElement>('Attribute');
    expect(document.activeElement).toBe(attribute);
    await type(attribute, 'coun');
    await press('Enter');
    expect(attribute.value).toBe('Country');
    const values = labelled<HTMLInputElement>('Values');
    await type(values, 'Fr');
    await press('ArrowDown');
    await press('Enter');
    await type(values, 'Belgium');
    await press('Enter');
    await apply();
    expect(applied()).toEqual({
      match: 'all',
      rules: [{ attribute: 'Country', operator: 'is', values: ['France', 'Belgium'] }],
    });
  });

  it('offers what can be said of a number, and takes one as it is typed', async () => {
    await open();
    await click('Attribute');
    await type(labelled('Attribute'), 'Age');
    await press('Enter');
    const operator = labelled<HTMLSelectElement>('Comparison');
    expect([...operator.options].map((option) => option.value)).not.toContain('contains');
    await choose(operator, 'between');
    await type(labelled('First value'), '18');
    await type(labelled('Last value'), '7');
    await apply();
    expect(errors()).toEqual(['The last value is smaller than the first.']);
    expect(labelled('Last value').getAttribute('aria-invalid')).toBe('true');
    await type(labelled('Last value'), '1,000.5');
    await apply();
    expect(applied().rules).toEqual([{ attribute: 'Age', operator: 'between', from: 18, to: 1000.5 }]);
  });

  it('says beside the rule what is missing, takes the focus there, and hands nothing on', async () => {
    await open({ match: 'all', rules: [{ did: 'opened' }, { list: '' }] });
    await apply();
    expect(errors()).toEqual(['Choose a list.']);
    expect(document.activeElement).toBe(labelled('Comparison'));
    expect(close).not.toHaveBeenCalled();
  });

  it('writes how often something was done', async () => {
    await open({ match: 'all', rules: [{ did: 'opened' }] });
    const often = labelled<HTMLSelectElement>('How often');
    await choose(often, 'fewer');
    await type(labelled('Number of times'), '12');
    await choose(labelled('Activity'), 'clicked');
    await type(host.querySelector('.linked input')!, 'shoes');
    await apply();
    expect(applied().rules).toEqual([{ did: 'clicked', not: true, atLeast: 12, link: 'shoes' }]);
    await choose(labelled('Activity'), 'opened');
    await choose(often, 'did-not');
    await apply();
    expect(applied().rules).toEqual([{ did: 'opened', not: true }]);
  });

  it('takes a group, and gives the focus on when rules are removed', async () => {
    await open({ match: 'all', rules: [{ did: 'opened' }] });
    await click('Group');
    const group = host.querySelector('ts-rule-group ts-rule-group')!;
    expect(group.contains(document.activeElement)).toBe(true);
    await click('Remove the group');
    expect(document.activeElement).toBe(labelled('Activity'));
    await click('Remove rule 1');
    expect(document.activeElement).toBe(button('Attribute'));
    await apply();
    expect(close).toHaveBeenLastCalledWith({ smartList: undefined });
  });

  it('moves a rule with Alt and an arrow key, and the focus with it', async () => {
    await open({ match: 'any', rules: [{ did: 'opened' }, BELGIANS.rules[0]!] });
    labelled('Attribute').focus();
    await press('ArrowUp', { altKey: true });
    expect(document.activeElement).toBe(labelled('Attribute'));
    await apply();
    expect(applied()).toEqual({ match: 'any', rules: [BELGIANS.rules[0], { did: 'opened' }] });
  });

  it('tells how many people are in it, without the rules that are not finished', async () => {
    await open({ match: 'all', rules: [...BELGIANS.rules, { list: '' }] });
    expect(lists.count.mock.calls[0]![0]).toEqual(BELGIANS);
    expect(host.querySelector('output')!.textContent).toContain('1,204 of 9,310 people');
    expect(host.querySelector('output')!.textContent).toContain('Unfinished rules are left out');
  });

  it('says what the server found wrong beside the rule that it is about', async () => {
    const problem = new ApiProblem({
      ...{ code: 'unknown-attribute', status: 400, path: 'smartList.rules.1.rules.0.attribute' },
      detail: 'Nothing is known of people under the name “Country”.',
    });
    lists.count.mockRejectedValueOnce(problem);
    await open({ match: 'all', rules: [{ did: 'opened' }, BELGIANS] });
    expect(errors()).toEqual(['Nothing is known of people under the name “Country”.']);
    expect(labelled('Attribute').getAttribute('aria-invalid')).toBe('true');
    await apply();
    expect(close).not.toHaveBeenCalled();
    await type(labelled('Attribute'), 'Age');
    await press('Enter');
    expect(errors()).toEqual(['A value is missing.']);
  });

  it('takes up a saved list, changes it, and says who uses one that cannot go', async () => {
    await open();
    await click('Saved lists 1');
    await click('Open VIP');
    await choose(labelled('How often'), 'did-not');
    await click('Update “VIP”');
    expect(lists.update).toHaveBeenCalledWith('vip', {
      smartList: { match: 'any', rules: [{ did: 'clicked', not: true }] },
    });
    expect(host.querySelector('.saved')?.textContent).toBe('“VIP” is saved');
    lists.update.mockRejectedValueOnce(
      new ApiProblem({ code: 'smart-list-in-itself', status: 400, detail: 'The smart list “VIP” would be in itself.' }),
    );
    await click('Update “VIP”');
    expect(host.querySelector('[role=alert].notice')?.textContent).toContain('would be in itself');
    lists.delete.mockRejectedValueOnce(
      new ApiProblem({ code: 'smart-list-in-use', status: 409, detail: 'Used by the report “Spring”.' }),
    );
    await click('Saved lists 1');
    await click('Delete VIP');
    await click('Delete list');
    expect(document.querySelector('.refused')?.textContent).toBe('Used by the report “Spring”.');
    await click('Delete VIP');
    await click('Delete list');
    expect(document.querySelector('.refused')).toBeNull();
    expect(labelled('Open VIP')).toBeUndefined();
  });
});

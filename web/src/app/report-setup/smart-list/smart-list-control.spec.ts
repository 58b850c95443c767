import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { SmartList } from '@tallysheet/contract';
import { Api } from '../../core/api';
import { Dialogs } from '../../core/dialog/dialogs';
import { Messages } from '../../core/messages';
import { SmartListApi } from './smart-list-api';
import { SmartListControl } from './smart-list-control';

const LIST: SmartList = {
  match: 'all',
  rules: [
    { attribute: 'Birthday', operator: 'is', values: ['1974-02-03'] },
    { list: 'vip', not: true },
  ],
};

describe('The chip of a smart list', () => {
  let fixture: ComponentFixture<SmartListControl>;
  let host: HTMLElement;
  let changed: (SmartList | undefined)[];
  const dialogs = { open: jest.fn() };
  const api = {
    personAttributes: jest.fn(() => Promise.resolve([{ id: 1, name: 'Birthday', type: 'date', people: 2 }])),
  };
  const lists = {
    saved: jest.fn(() => Promise.resolve([{ id: 'vip', name: 'VIP', smartList: { match: 'all', rules: [] } }])),
  };

  async function show(list?: SmartList): Promise<void> {
    jest.clearAllMocks();
    TestBed.configureTestingModule({
      providers: [
        { provide: Api, useValue: api },
        { provide: SmartListApi, useValue: lists },
        { provide: Dialogs, useValue: dialogs },
      ],
    });
    fixture = TestBed.createComponent(SmartListControl);
    fixture.componentRef.setInput('list', list);
    host = fixture.nativeElement;
    changed = [];
    fixture.componentInstance.changed.subscribe((answer) => changed.push(answer));
    await fixture.whenStable();
    await fixture.whenStable();
  }
  const words = () => host.querySelector('.words')?.textContent?.trim();

  it('says in words what is in force, in the reader’s language', async () => {
    await show(LIST);
    expect(words()).toBe('Birthday is 3 Feb 1974 · not in list “VIP”');
    TestBed.inject(Messages).setLanguage('fr');
    await fixture.whenStable();
    expect(words()).toBe('Birthday est le 3 févr. 1974 · hors de la liste «\u00a0VIP\u00a0»');
    TestBed.inject(Messages).setLanguage('en');
  });

  it('takes the list away', async () => {
    await show(LIST);
    host.querySelector<HTMLButtonElement>('[aria-label="Remove the smart list"]')!.click();
    expect(changed).toEqual([undefined]);
  });

  it('is only an offer without a list, asks for nothing, and hands on what was written', async () => {
    await show();
    expect(host.textContent?.trim()).toBe('Smart list');
    expect(lists.saved).not.toHaveBeenCalled();
    dialogs.open.mockResolvedValueOnce({ smartList: LIST });
    host.querySelector('button')!.click();
    await fixture.whenStable();
    expect(changed).toEqual([LIST]);
  });

  it('changes nothing when the dialog was dismissed', async () => {
    await show(LIST);
    dialogs.open.mockResolvedValueOnce(undefined);
    host.querySelector<HTMLButtonElement>('.words')!.click();
    await fixture.whenStable();
    expect(changed).toEqual([]);
  });
});

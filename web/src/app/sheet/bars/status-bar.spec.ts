import { signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { Sheet, SheetNote } from '@tallysheet/contract';
import { Api } from '../../core/api';
import { Messages } from '../../core/messages';
import { SheetLive } from '../sheet-live';
import { sheetOf } from '../testing/sheet-story';
import { StatusBar } from './status-bar';

describe('What a sheet says of itself', () => {
  let fixture: ComponentFixture<StatusBar>;

  async function show(sheet: Sheet): Promise<string[]> {
    const live = { frozen: signal(false), connected: signal(true), behind: signal(false) };
    TestBed.configureTestingModule({
      providers: [
        { provide: Api, useValue: {} },
        { provide: SheetLive, useValue: live },
      ],
    });
    fixture = TestBed.createComponent(StatusBar);
    fixture.componentRef.setInput('sheet', sheet);
    fixture.componentRef.setInput('timeZone', 'UTC');
    return notes();
  }
  async function notes(): Promise<string[]> {
    await fixture.whenStable();
    return [...fixture.nativeElement.querySelectorAll('li')].map((note: HTMLElement) => note.textContent ?? '');
  }
  const NOTE: SheetNote = { code: 'no-send-record', params: { count: 0 } };

  it('begins with whom its smart list keeps and leaves out', async () => {
    const smartList = { people: { in: 1204, out: 8106 }, messages: { in: 3310, out: 20_001 } };
    const [first, ...others] = await show({ ...sheetOf(undefined, [NOTE]), smartList });
    expect(first).toBe('1,204 people and 3,310 messages counted; 8,106 people and 20,001 messages left out');
    expect(others).toEqual(['Every message has a send record']);
    TestBed.inject(Messages).setLanguage('fr');
    expect((await notes())[0]).toBe(
      '1\u202f204 personnes et 3\u202f310 messages pris en compte\u00a0; 8\u202f106 personnes et 20\u202f001 messages exclus',
    );
    TestBed.inject(Messages).setLanguage('en');
  });

  it('says nothing of people without one', async () => {
    expect(await show(sheetOf(undefined, [NOTE]))).toEqual(['Every message has a send record']);
  });
});

import { TestBed } from '@angular/core/testing';
import type { Sheet } from '@tallysheet/contract';
import { Api } from '../../core/api';
import { sheetOf } from '../testing/sheet-story';
import { SheetEmpty } from './sheet-empty';

describe('A sheet without rows', () => {
  async function show(sheet: Partial<Sheet>) {
    TestBed.configureTestingModule({ providers: [{ provide: Api, useValue: {} }] });
    const fixture = TestBed.createComponent(SheetEmpty);
    const inputs = { sheet: { ...sheetOf([]), ...sheet }, filtered: false, channel: 'email', links: false };
    for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
    const wanted: string[] = [];
    fixture.componentInstance.showEverybody.subscribe(() => wanted.push('everybody'));
    await fixture.whenStable();
    const host: HTMLElement = fixture.nativeElement;
    const buttons = [...host.querySelectorAll('button')];
    return { text: host.querySelector('.state-text')?.textContent?.trim(), buttons, wanted };
  }

  it('says when its smart list leaves nobody, and counts everybody on demand', async () => {
    const { text, buttons, wanted } = await show({
      smartList: { people: { in: 0, out: 12 }, messages: { in: 0, out: 30 } },
    });
    expect(text).toBe('12 people were addressed, but none is in the smart list.');
    buttons[0]!.click();
    expect(wanted).toEqual(['everybody']);
  });

  it('does not blame a smart list that leaves out nobody', async () => {
    const { text, buttons } = await show({ smartList: { people: { in: 0, out: 0 }, messages: { in: 0, out: 0 } } });
    expect(text).not.toContain('smart list');
    expect(buttons).toEqual([]);
  });
});

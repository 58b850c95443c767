import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { Messages } from '../core/messages';
import { WordList } from './word-list';

describe('A list of parameters', () => {
  let fixture: ComponentFixture<WordList>;
  let field: HTMLInputElement;
  const told = jest.fn((words: string[]) => fixture.componentRef.setInput('words', words));

  beforeEach(async () => {
    told.mockClear();
    fixture = TestBed.createComponent(WordList);
    TestBed.inject(Messages).setLanguage('en');
    fixture.componentRef.setInput('inputId', 'parameters');
    fixture.componentRef.setInput('words', ['seat']);
    fixture.componentInstance.wordsChange.subscribe(told);
    await fixture.whenStable();
    field = (fixture.nativeElement as HTMLElement).querySelector('input')!;
  });

  async function type(text: string): Promise<void> {
    field.value = text;
    field.dispatchEvent(new Event('input'));
    await fixture.whenStable();
  }
  async function press(key: string): Promise<KeyboardEvent> {
    const event = new KeyboardEvent('keydown', { key, cancelable: true });
    field.dispatchEvent(event);
    await fixture.whenStable();
    return event;
  }

  it('takes one with Enter, and does not send the form', async () => {
    await type('row');
    expect(told).not.toHaveBeenCalled();
    const { defaultPrevented } = await press('Enter');
    expect(told).toHaveBeenLastCalledWith(['seat', 'row']);
    expect(defaultPrevented).toBe(true);
    expect(field.value).toBe('');
  });

  it('takes one with a comma, several as they stand in an address, and what is typed when the field is left', async () => {
    await type('row,');
    expect(told).toHaveBeenLastCalledWith(['seat', 'row']);
    await type('?door=1&block=2');
    expect(told).toHaveBeenLastCalledWith(['seat', 'row', 'door', 'block']);
    await type('hall');
    field.dispatchEvent(new Event('blur'));
    expect(told).toHaveBeenLastCalledWith(['seat', 'row', 'door', 'block', 'hall']);
  });

  it('takes none twice, whatever its capitals', async () => {
    await type('SEAT row Row ');
    expect(told).toHaveBeenLastCalledWith(['seat', 'row']);
  });

  it('lets one go by its button, and the last one by Backspace in the empty field', async () => {
    await type('row,');
    const remove = (fixture.nativeElement as HTMLElement).querySelector<HTMLButtonElement>(
      '[aria-label="Remove seat"]',
    );
    remove!.click();
    expect(told).toHaveBeenLastCalledWith(['row']);
    await fixture.whenStable();
    field.value = 'x';
    await press('Backspace');
    expect(told).toHaveBeenLastCalledWith(['row']);
    field.value = '';
    await press('Backspace');
    expect(told).toHaveBeenLastCalledWith([]);
  });
});

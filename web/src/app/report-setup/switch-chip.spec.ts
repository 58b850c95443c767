import { TestBed } from '@angular/core/testing';
import { SwitchChip } from './switch-chip';

function shown(on: boolean) {
  const fixture = TestBed.createComponent(SwitchChip);
  const inputs = { icon: 'bot', label: 'Human activity only', help: 'Leave out machines', on };
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  fixture.detectChanges();
  const changes: boolean[] = [];
  fixture.componentInstance.changed.subscribe((value) => changes.push(value));
  const button = (fixture.nativeElement as HTMLElement).querySelector('button')!;
  return { changes, button };
}

describe('A filter that is on or off', () => {
  it('is offered while it is off', () => {
    const { changes, button } = shown(false);
    expect(button.textContent?.trim()).toBe('Human activity only');
    expect(button.title).toBe('Leave out machines');
    button.click();
    expect(changes).toEqual([true]);
  });

  it('can be taken away while it is on', () => {
    const { changes, button } = shown(true);
    expect(button.getAttribute('aria-label')).toBe('Remove Human activity only');
    button.click();
    expect(changes).toEqual([false]);
  });
});

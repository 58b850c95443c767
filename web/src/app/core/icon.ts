import { ChangeDetectionStrategy, Component, computed, effect, ElementRef, inject, input } from '@angular/core';
import { type IconName, ICONS } from './icons';

const SVG = 'http://www.w3.org/2000/svg';

/** A Lucide drawing in the colour of its surroundings; it says nothing, so its button needs a label. */
@Component({
  selector: 'ts-icon',
  template: '',
  styles: ':host { display: inline-flex; flex: none; }',
  host: { 'aria-hidden': 'true' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Icon {
  readonly name = input.required<IconName>();
  readonly size = input(16);

  private readonly host: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly stroke = computed(() => (this.size() <= 14 ? 2 : 1.75));

  constructor() {
    effect(() => this.host.replaceChildren(this.draw()));
  }

  private draw(): SVGElement {
    const svg = element('svg', {
      class: 'icon',
      width: this.size(),
      height: this.size(),
      viewBox: '0 0 24 24',
      fill: 'none',
      stroke: 'currentColor',
      'stroke-width': this.stroke(),
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
    });
    for (const [tag, attributes] of ICONS[this.name()]) svg.append(element(tag, attributes));
    return svg;
  }
}

function element(tag: string, attributes: Record<string, string | number | undefined>): SVGElement {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  return made;
}

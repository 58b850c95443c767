import { type IconName, ICONS } from '../../core/icons';

const SVG = 'http://www.w3.org/2000/svg';
const drawn = new Map<string, SVGElement>();

/** A drawing for cells in plain elements; each is made once and copied. */
export function drawIcon(name: IconName, size: number): SVGElement {
  const key = `${name}:${size}`;
  let svg = drawn.get(key);
  if (!svg) {
    svg = element('svg', {
      width: size,
      height: size,
      viewBox: '0 0 24 24',
      fill: 'none',
      stroke: 'currentColor',
      'stroke-width': size <= 14 ? 2 : 1.75,
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
      'aria-hidden': 'true',
    });
    for (const [tag, attributes] of ICONS[name]) svg.append(element(tag, attributes));
    drawn.set(key, svg);
  }
  return svg.cloneNode(true) as SVGElement;
}

function element(tag: string, attributes: Record<string, string | number | undefined>): SVGElement {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  return made;
}

import { conceals, isTiny, isTinyLength, readDeclarations } from './preview-concealed';
import { isPictureData } from './preview-css';
import { isTrackingAddress } from './preview-tracking';

export type Attributes = Record<string, string>;

/** What becomes of a picture: shown as it is, fetched when the user asks, always a placeholder, or left out of sight. */
export type PictureVerdict =
  { kind: 'inside'; src: string } | { kind: 'remote'; src: string } | { kind: 'absent' } | { kind: 'tracking' };

/** Judges one `img`. `concealed` says that it, or something it lies in, is not meant to be seen. */
export function judgePicture(attributes: Attributes, concealed: boolean): PictureVerdict {
  // Browsers overlook tabs and line ends inside an address.
  const source = (attributes['src'] ?? '').replace(/[\t\n\r]/g, '').trim();
  if (isPictureData(source)) return { kind: 'inside', src: source };
  const address = remoteAddress(source);
  // An attached picture (cid:) or a path without a host: nothing to fetch it from.
  if (!address) return { kind: 'absent' };
  const style = readDeclarations(attributes['style'] ?? '');
  const isDot = isTinyLength(attributes['width']) || isTinyLength(attributes['height']) || isTiny(style);
  if (isDot || isTrackingAddress(address)) return { kind: 'tracking' };
  if (concealed || 'hidden' in attributes || conceals(style)) return { kind: 'absent' };
  return { kind: 'remote', src: address.href };
}

function remoteAddress(source: string): URL | null {
  const address = URL.parse(/^[\\/]{2}/.test(source) ? `https:${source}` : source);
  const isWeb = address?.protocol === 'https:' || address?.protocol === 'http:';
  return address && isWeb && address.hostname && !address.username && !address.password ? address : null;
}

const DEFAULT_WIDTH = 320;
const ALT_FROM_WIDTH = 96;
const ALT_FROM_HEIGHT = 56;

/** A quiet grey field of the picture's own size, with its description where there is room. */
export function placeholder(attributes: Attributes): string {
  const style = readDeclarations(attributes['style'] ?? '');
  const width = pixels(style.get('width')) ?? pixels(attributes['width']) ?? DEFAULT_WIDTH;
  const height =
    pixels(style.get('height')) ?? pixels(attributes['height']) ?? Math.round(width < 160 ? width : width / 2);
  const alt = (attributes['alt'] ?? '').trim();
  const hasRoom = width >= ALT_FROM_WIDTH && height >= ALT_FROM_HEIGHT;
  const icon = Math.min(28, Math.round(Math.min(width, height) * 0.5));
  const iconTop = (height - icon) / 2 - (alt && hasRoom ? 10 : 0);
  const parts = [
    `<svg xmlns='http://www.w3.org/2000/svg' width='${width}' height='${height}' viewBox='0 0 ${width} ${height}'>`,
    `<rect width='100%' height='100%' fill='#8a938f' fill-opacity='.16'/>`,
    `<rect x='.5' y='.5' width='${width - 1}' height='${height - 1}' fill='none' stroke='#8a938f' stroke-opacity='.5' stroke-dasharray='4 4'/>`,
    `<svg x='${(width - icon) / 2}' y='${iconTop}' width='${icon}' height='${icon}' viewBox='0 0 24 24' fill='none' stroke='#7a837f' stroke-width='1.5'>`,
    `<rect x='3' y='3' width='18' height='18' rx='2'/><circle cx='9' cy='9' r='2'/><path d='m21 15-3.1-3.1a2 2 0 0 0-2.8 0L6 21'/></svg>`,
    alt && hasRoom
      ? `<text x='50%' y='${iconTop + icon + 18}' text-anchor='middle' font-family='Arial,sans-serif' font-size='12' fill='#6b746f'>${escapeXml(shorten(alt, width))}</text>`
      : '',
    '</svg>',
  ];
  return `data:image/svg+xml,${encodeURIComponent(parts.join(''))}`;
}

/** Takes a tracking picture's place in the layout and shows nothing. */
export const NOTHING_TO_SEE = `data:image/svg+xml,${encodeURIComponent("<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>")}`;

function pixels(length: string | undefined): number | null {
  const match = /^\s*(\d{1,5})(?:\.\d+)?\s*(?:px)?\s*$/i.exec(length ?? '');
  const size = Number(match?.[1] ?? 0);
  return size > 0 ? Math.min(size, 4000) : null;
}

function shorten(text: string, width: number): string {
  const room = Math.max(4, Math.floor(width / 7));
  const characters = [...text];
  return characters.length > room ? `${characters.slice(0, room - 1).join('')}…` : text;
}

// XML allows fewer characters than HTML: one control character would make the whole drawing unreadable.
const escapeXml = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\u0000-\u001f\ufffe\uffff]/g, ' ')
    .replace(/[&<>'"]/g, (character) => `&#${character.charCodeAt(0)};`);

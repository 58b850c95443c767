import type { MailLanguage } from '../people/regions';
import type { LinkBook } from './link-book';
import { type Palette, SANS } from './palette';
import type { Call } from './mail-copy';
import { goods, type ProductKey, PRODUCTS } from './pictures/goods';
import { scene, type SceneName } from './pictures/scenes';

/** What a layout draws on: colours, language, the book of links, and the parts that all emails share. */
export interface Canvas {
  palette: Palette;
  language: MailLanguage;
  links: LinkBook;
}

/** A laid-out email: the rows of its table, and the same in plain lines. */
export interface Layout {
  rows: string;
  text: string[];
}

export function esc(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** One row of the email's table. */
export function row(content: string, style: string, attributes = ''): string {
  return `<tr><td ${attributes}style="${style}">${content}</td></tr>\n`;
}

export function paragraph(text: string, colour: string, size = 16, extra = ''): string {
  return `<p style="margin:0 0 14px;font:${size}px/1.55 ${SANS};color:${colour};${extra}">${esc(text)}</p>`;
}

export function heading(text: string, colour: string, size = 30, extra = ''): string {
  return `<h1 style="margin:0 0 12px;font:bold ${size}px/1.2 ${SANS};color:${colour};${extra}">${esc(text)}</h1>`;
}

/** A picture that travels inside the email. */
export function picture(svg: string, alt: string, width: number, height: number, extra = ''): string {
  const data = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  return `<img src="${data}" width="${width}" height="${height}" alt="${esc(alt)}" style="display:block;border:0;${extra}">`;
}

export function sceneRow(canvas: Canvas, name: SceneName, alt: string, path: string): string {
  const image = picture(scene(name), alt, 600, 240, 'width:100%;height:auto');
  return row(`<a href="${esc(canvas.links.to(path, alt, 3))}">${image}</a>`, 'padding:0;line-height:0');
}

export function productPicture(
  { palette, language }: Canvas,
  key: ProductKey,
  size: number,
  ground: string = palette.tint,
): string {
  return picture(
    goods(key, ground),
    PRODUCTS[key].name[language],
    size,
    size,
    `width:100%;max-width:${size}px;height:auto;border-radius:4px`,
  );
}

export function button(canvas: Canvas, [label, path]: Call, weight = 10): string {
  const { accent, onAccent } = canvas.palette;
  const style = `display:inline-block;padding:14px 28px;font:bold 15px/1.2 ${SANS};color:${onAccent};text-decoration:none`;
  return `<table role="presentation" cellpadding="0" cellspacing="0" align="center" style="margin:0 auto"><tr><td style="background:${accent};border-radius:4px"><a href="${esc(canvas.links.to(path, label, weight))}" style="${style}">${esc(label)}</a></td></tr></table>`;
}

export function link(canvas: Canvas, [label, path]: Call, weight: number, extra = ''): string {
  const style = `color:${canvas.palette.accent};${extra}`;
  return `<a href="${esc(canvas.links.to(path, label, weight))}" style="${style}">${esc(label)}</a>`;
}

/** Cells side by side, which a phone stacks. */
export function columns(cells: readonly string[], padding = '0 8px'): string {
  const width = `${(100 / cells.length).toFixed(2)}%`;
  const all = cells.map(
    (cell) => `<td class="col" width="${width}" valign="top" style="padding:${padding}">${cell}</td>`,
  );
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr>${all.join('')}</tr></table>`;
}

export function price(amount: number, language: MailLanguage): string {
  return language === 'fr' ? `${amount}\u00a0€` : `€${amount}`;
}

/** The address of a product's page in the email's language, ready to stand in an attribute. */
export function productHref({ language, links }: Canvas, key: ProductKey, weight: number): string {
  const { name, path } = PRODUCTS[key];
  return esc(links.to(language === 'fr' ? `/fr${path}` : path, name[language], weight));
}

/** A product with picture, name and price, all one link. */
export function productCard(canvas: Canvas, key: ProductKey, weight: number): string {
  const { palette, language } = canvas;
  const { name: names, price: amount } = PRODUCTS[key];
  const name = `<b style="display:block;margin-top:10px;font:bold 14px/1.35 ${SANS};color:${palette.ink}">${esc(names[language])}</b>`;
  const cost = `<span style="font:14px/1.4 ${SANS};color:${palette.soft}">${price(amount, language)}</span>`;
  return `<a href="${productHref(canvas, key, weight)}" style="text-decoration:none">${productPicture(canvas, key, 168)}${name}${cost}</a>`;
}

export function productLine(key: ProductKey, language: MailLanguage): string {
  return `- ${PRODUCTS[key].name[language]}, ${price(PRODUCTS[key].price, language)}`;
}

/** A call as a line of the text version. */
export function callLine(canvas: Canvas, [label, path]: Call, weight = 0): string {
  return labelled(label, canvas.links.to(path, label, weight), canvas.language);
}

/** A label and what it labels, with the colon as the language sets it. */
export function labelled(label: string, text: string, language: MailLanguage): string {
  return `${label}${language === 'fr' ? '\u00a0' : ''}: ${text}`;
}

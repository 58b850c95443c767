import {
  button,
  type Canvas,
  callLine,
  columns,
  esc,
  heading,
  type Layout,
  paragraph,
  price,
  productCard,
  productHref,
  productPicture,
  row,
} from '../canvas';
import type { Call } from '../mail-copy';
import { SANS, SERIF } from '../palette';
import { type ProductKey, PRODUCTS } from '../pictures/goods';

export interface BrowseContent {
  layout: 'browse';
  product: ProductKey;
  headline: string;
  lead: string;
  points: readonly string[];
  call: Call;
  quote: string;
  quotedFrom: string;
  othersTitle: string;
  others: readonly [ProductKey, ProductKey, ProductKey];
}

/** One thing that somebody looked at, large beside what speaks for it, and three that are like it. */
export function browse(content: BrowseContent, canvas: Canvas): Layout {
  const { palette, language } = canvas;
  const { name: names, price: cost } = PRODUCTS[content.product];
  const name = names[language];
  const image = `<a href="${productHref(canvas, content.product, 5)}">${productPicture(canvas, content.product, 250)}</a>`;
  const points = content.points.map(
    (point) => `<li style="margin:0 0 8px;font:15px/1.5 ${SANS};color:${palette.soft}">${esc(point)}</li>`,
  );
  const facts = `<b style="display:block;font:bold 18px/1.3 ${SANS};color:${palette.ink}">${esc(name)}</b><span style="font:16px/1.8 ${SANS};color:${palette.ink}">${price(cost, language)}</span><ul style="margin:10px 0 0;padding-left:18px">${points.join('')}</ul>`;
  const quote = `<p style="margin:0 0 8px;font:italic 19px/1.5 ${SERIF};color:${palette.ink}">${esc(content.quote)}</p><span style="font:13px/1 ${SANS};color:${palette.soft}">${esc(content.quotedFrom)}</span>`;
  const others = content.others.map((key, i) => productCard(canvas, key, 1.8 - i * 0.3));
  const title = heading(content.othersTitle, palette.ink, 18, 'text-align:center;margin-bottom:20px');
  return {
    rows: [
      row(
        heading(content.headline, palette.ink, 32) + paragraph(content.lead, palette.soft),
        'padding:26px 40px 14px',
        'class="pad" ',
      ),
      row(columns([image, facts], '0 8px'), 'padding:0 32px 20px', 'class="pad" '),
      row(button(canvas, content.call), 'padding:6px 40px 34px;text-align:center'),
      row(quote, `padding:28px 64px;background:${palette.tint};text-align:center`, 'class="pad" '),
      row(title + columns(others), 'padding:30px 24px 28px', 'class="pad" '),
    ].join(''),
    text: [
      content.headline,
      '',
      content.lead,
      '',
      `${name}, ${price(cost, language)}`,
      ...content.points.map((point) => `- ${point}`),
      '',
      callLine(canvas, content.call),
      '',
      `${content.quote} ${content.quotedFrom}`,
    ],
  };
}

import {
  button,
  type Canvas,
  callLine,
  esc,
  heading,
  labelled,
  type Layout,
  paragraph,
  price,
  productHref,
  productPicture,
  row,
} from '../canvas';
import type { Call } from '../mail-copy';
import { SANS } from '../palette';
import { type ProductKey, PRODUCTS } from '../pictures/goods';

export interface RestockContent {
  layout: 'restock';
  product: ProductKey;
  ribbon: string;
  headline: string;
  lead: string;
  sizesLabel: string;
  sizes: readonly { name: string; left: boolean }[];
  chosen: string;
  call: Call;
  note: string;
}

/** The thing somebody waited for, with the sizes that are there again. */
export function restock(content: RestockContent, canvas: Canvas): Layout {
  const { palette, language } = canvas;
  const { name: names, price: cost } = PRODUCTS[content.product];
  const name = names[language];
  const inStock = content.sizes.filter((size) => size.left).map((size) => size.name);
  const image = `<a href="${productHref(canvas, content.product, 5)}" style="display:inline-block">${productPicture(canvas, content.product, 300)}</a>`;
  const sizes = content.sizes.map((size) => {
    const isChosen = size.name === content.chosen;
    const look = isChosen
      ? `background:${palette.accent};color:${palette.onAccent};border-color:${palette.accent}`
      : size.left
        ? `color:${palette.ink};border-color:${palette.soft}`
        : `color:${palette.soft};border-color:${palette.line};text-decoration:line-through`;
    return `<td style="padding:0 5px"><span style="display:block;min-width:30px;padding:10px 8px;border:1px solid;border-radius:4px;font:bold 14px/1 ${SANS};text-align:center;${look}">${esc(size.name)}</span></td>`;
  });
  const chips = `<span style="display:block;padding-bottom:12px;font:14px/1 ${SANS};color:${palette.soft}">${esc(content.sizesLabel)}</span><table role="presentation" align="center" cellpadding="0" cellspacing="0"><tr>${sizes.join('')}</tr></table>`;
  const title = `<b style="font:bold 18px/1.4 ${SANS};color:${palette.ink}">${esc(name)}</b> &nbsp;<span style="font:18px/1.4 ${SANS};color:${palette.soft}">${price(cost, language)}</span>`;
  return {
    rows: [
      row(
        esc(content.ribbon),
        `padding:12px 40px;background:${palette.accent};color:${palette.onAccent};font:bold 14px/1.3 ${SANS};text-align:center`,
      ),
      row(
        heading(content.headline, palette.ink, 32, 'text-align:center') +
          paragraph(content.lead, palette.soft, 16, 'text-align:center'),
        'padding:34px 60px 12px',
        'class="pad" ',
      ),
      row(image, 'padding:0 40px;text-align:center', 'align="center" '),
      row(title, 'padding:18px 40px 16px;text-align:center'),
      row(chips, 'padding:0 24px 24px;text-align:center'),
      row(button(canvas, content.call, 14), 'padding:0 40px 26px;text-align:center'),
      row(
        esc(content.note),
        `padding:0 60px 34px;font:14px/1.6 ${SANS};color:${palette.soft};text-align:center`,
        'class="pad" ',
      ),
    ].join(''),
    text: [
      content.headline,
      '',
      content.lead,
      '',
      `${name}, ${price(cost, language)}`,
      labelled(content.sizesLabel, inStock.join(', '), language),
      '',
      callLine(canvas, content.call),
      '',
      content.note,
    ],
  };
}

import {
  button,
  type Canvas,
  callLine,
  columns,
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

export interface BasketContent {
  layout: 'basket';
  headline: string;
  lead: string;
  items: readonly { product: ProductKey; detail: string; quantity: number }[];
  totalLabel: string;
  call: Call;
  promises: readonly string[];
  closing: string;
}

/** What was left in the basket, line by line with its sum. */
export function basket(content: BasketContent, canvas: Canvas): Layout {
  const { palette, language } = canvas;
  const total = content.items.reduce((sum, item) => sum + PRODUCTS[item.product].price * item.quantity, 0);
  const cell = `padding:14px 0;border-bottom:1px solid ${palette.line};font:15px/1.45 ${SANS};color:${palette.ink}`;
  const lines = content.items.map((item, i) => {
    const { name, price: each } = PRODUCTS[item.product];
    const href = productHref(canvas, item.product, 3 - i);
    return `<tr><td width="96" style="${cell}"><a href="${href}">${productPicture(canvas, item.product, 80)}</a></td><td style="${cell}"><a href="${href}" style="color:${palette.ink};text-decoration:none"><b>${esc(name[language])}</b></a><br><span style="color:${palette.soft};font-size:14px">${esc(item.detail)} × ${item.quantity}</span></td><td align="right" style="${cell};white-space:nowrap">${price(each * item.quantity, language)}</td></tr>`;
  });
  const sum = `<tr><td></td><td style="padding:16px 0;font:bold 16px/1 ${SANS};color:${palette.ink}">${esc(content.totalLabel)}</td><td align="right" style="padding:16px 0;font:bold 18px/1 ${SANS};color:${palette.ink}">${price(total, language)}</td></tr>`;
  const promises = content.promises.map(
    (promise) => `<span style="font:13px/1.5 ${SANS};color:${palette.soft}">${esc(promise)}</span>`,
  );
  return {
    rows: [
      row(
        heading(content.headline, palette.ink, 30) + paragraph(content.lead, palette.soft),
        'padding:30px 48px 8px',
        'class="pad" ',
      ),
      row(
        `<table role="presentation" width="100%" cellpadding="0" cellspacing="0">${lines.join('')}${sum}</table>`,
        'padding:0 48px',
        'class="pad" ',
      ),
      row(button(canvas, content.call, 14), 'padding:18px 48px 32px;text-align:center'),
      row(
        columns(promises, '0 10px'),
        `padding:20px 38px;background:${palette.tint};text-align:center`,
        'class="pad" ',
      ),
      row(paragraph(content.closing, palette.soft, 14, 'margin:0'), 'padding:22px 48px 28px', 'class="pad" '),
    ].join(''),
    text: [
      content.headline,
      '',
      content.lead,
      '',
      ...content.items.map((item) => `${item.quantity} × ${PRODUCTS[item.product].name[language]} (${item.detail})`),
      labelled(content.totalLabel, price(total, language), language),
      '',
      callLine(canvas, content.call),
      '',
      ...content.promises.map((promise) => `- ${promise}`),
      '',
      content.closing,
    ],
  };
}

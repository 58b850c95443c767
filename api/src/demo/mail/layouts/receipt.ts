import { type Canvas, columns, esc, heading, type Layout, link, paragraph, price, row } from '../canvas';
import type { Call } from '../mail-copy';
import { SANS } from '../palette';
import { type ProductKey, PRODUCTS } from '../pictures/goods';

export interface ReceiptContent {
  layout: 'receipt';
  headline: string;
  lead: string;
  leadAside: string;
  stages: readonly string[];
  reached: number;
  call: Call;
  order: string;
  items: readonly { product: ProductKey; detail: string }[];
  totalLabel: string;
  addressTitle: string;
  address: readonly string[];
  carrierTitle: string;
  carrier: readonly string[];
  help: Call;
}

/** A service mail: where the parcel is, what is in it, where it goes. No pictures, nothing to sell. */
export function receipt(content: ReceiptContent, canvas: Canvas): Layout {
  const { palette, language } = canvas;
  const stages = content.stages.map((stage, i) => {
    const done = i <= content.reached;
    const bar = `<span style="display:block;height:6px;border-radius:3px;background:${done ? palette.accent : palette.line}"></span>`;
    return `${bar}<span style="display:block;padding-top:8px;font:${i === content.reached ? 'bold ' : ''}13px/1.4 ${SANS};color:${done ? palette.ink : palette.soft}">${esc(stage)}</span>`;
  });
  const total = content.items.reduce((sum, item) => sum + PRODUCTS[item.product].price, 0);
  const cell = `padding:11px 0;border-bottom:1px solid ${palette.line};font:15px/1.5 ${SANS};color:${palette.ink}`;
  const items = content.items.map((item) => {
    const { name, price: cost } = PRODUCTS[item.product];
    return `<tr><td style="${cell}">${esc(name[language])}<br><span style="color:${palette.soft};font-size:14px">${esc(item.detail)}</span></td><td align="right" valign="top" style="${cell}">${price(cost, language)}</td></tr>`;
  });
  const sum = `<tr><td style="padding:14px 0;font:bold 15px/1 ${SANS};color:${palette.ink}">${esc(content.totalLabel)}</td><td align="right" style="padding:14px 0;font:bold 15px/1 ${SANS};color:${palette.ink}">${price(total, language)}</td></tr>`;
  const box = (title: string, lines: readonly string[]): string =>
    `<b style="display:block;padding-bottom:6px;font:bold 14px/1.4 ${SANS};color:${palette.ink}">${esc(title)}</b><span style="font:14px/1.6 ${SANS};color:${palette.soft}">${lines.map(esc).join('<br>')}</span>`;
  const track = link(
    canvas,
    content.call,
    14,
    `display:inline-block;padding:12px 22px;border:2px solid ${palette.accent};border-radius:4px;font:bold 15px/1.2 ${SANS};text-decoration:none`,
  );
  return {
    rows: [
      row(
        heading(content.headline, palette.ink, 26) +
          paragraph(content.lead, palette.ink) +
          paragraph(content.leadAside, palette.soft, 15, 'font-style:italic'),
        'padding:16px 40px 8px',
        'class="pad" ',
      ),
      row(columns(stages, '0 3px'), 'padding:8px 37px 22px', 'class="pad" '),
      row(track, 'padding:0 40px 28px', 'class="pad" '),
      row(
        `<b style="font:bold 16px/1.6 ${SANS};color:${palette.ink}">${esc(content.order)}</b><table role="presentation" width="100%" cellpadding="0" cellspacing="0">${items.join('')}${sum}</table>`,
        'padding:0 40px 16px',
        'class="pad" ',
      ),
      row(
        columns([box(content.addressTitle, content.address), box(content.carrierTitle, content.carrier)], '0'),
        `padding:22px 40px;background:${palette.tint}`,
        'class="pad" ',
      ),
      row(link(canvas, content.help, 2, `font:14px/1.5 ${SANS}`), 'padding:22px 40px', 'class="pad" '),
    ].join(''),
    text: [
      content.headline,
      '',
      content.lead,
      content.leadAside,
      '',
      `${content.call[0]}: ${canvas.links.to(content.call[1], content.call[0], 14)}`,
      '',
      content.order,
      ...content.items.map(
        (item) =>
          `- ${PRODUCTS[item.product].name[language]}, ${item.detail}, ${price(PRODUCTS[item.product].price, language)}`,
      ),
      `${content.totalLabel}: ${price(total, language)}`,
      '',
      content.addressTitle,
      ...content.address,
    ],
  };
}

import {
  button,
  type Canvas,
  callLine,
  esc,
  heading,
  type Layout,
  paragraph,
  productHref,
  productPicture,
  row,
} from '../canvas';
import type { Call } from '../mail-copy';
import { SANS } from '../palette';
import { type ProductKey, PRODUCTS } from '../pictures/goods';

export interface GuideContent {
  layout: 'guide';
  headline: string;
  lead: string;
  layers: readonly { label: string; product: ProductKey; text: string; shade: string }[];
  call: Call;
  closing: string;
}

/** Good advice in bands of colour, each with the thing it is about. */
export function guide(content: GuideContent, canvas: Canvas): Layout {
  const { palette, language } = canvas;
  const bands = content.layers.map((layer, i) => {
    const href = productHref(canvas, layer.product, 4 - i);
    const text = `<span style="display:block;font:bold 20px/1.3 ${SANS};color:${palette.ink}">${esc(layer.label)}</span><span style="display:block;padding:6px 0 8px;font:15px/1.55 ${SANS};color:${palette.ink}">${esc(layer.text)}</span><a href="${href}" style="font:bold 14px/1.4 ${SANS};color:${palette.ink}">${esc(PRODUCTS[layer.product].name[language])}</a>`;
    const image = `<a href="${href}">${productPicture(canvas, layer.product, 130, layer.shade)}</a>`;
    const cells = `<td width="146" valign="middle" style="padding:12px">${image}</td><td valign="middle" style="padding:16px 26px 16px 10px">${text}</td>`;
    return row(
      `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:${layer.shade};border-radius:8px"><tr>${cells}</tr></table>`,
      'padding:6px 40px',
      'class="pad" ',
    );
  });
  return {
    rows: [
      row(
        heading(content.headline, palette.ink, 32) + paragraph(content.lead, palette.soft),
        'padding:28px 40px 10px',
        'class="pad" ',
      ),
      ...bands,
      row(paragraph(content.closing, palette.soft, 15), 'padding:22px 40px 4px', 'class="pad" '),
      row(button(canvas, content.call), 'padding:8px 40px 36px;text-align:center'),
    ].join(''),
    text: [
      content.headline,
      '',
      content.lead,
      ...content.layers.flatMap((layer) => [
        '',
        `${layer.label} (${PRODUCTS[layer.product].name[language]})`,
        layer.text,
      ]),
      '',
      content.closing,
      callLine(canvas, content.call),
    ],
  };
}

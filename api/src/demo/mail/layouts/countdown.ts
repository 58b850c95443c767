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
  productHref,
  productPicture,
  row,
  sceneRow,
} from '../canvas';
import type { Call } from '../mail-copy';
import { SANS } from '../palette';
import { type ProductKey, PRODUCTS } from '../pictures/goods';
import type { SceneName } from '../pictures/scenes';

export interface CountdownContent {
  layout: 'countdown';
  scene?: { name: SceneName; alt: string };
  figures: readonly { value: string; unit: string }[];
  headline: string;
  lead: string;
  call: Call;
  offers: readonly { product: ProductKey; now: number }[];
  note: string;
}

/** Time runs out: large figures, what is still to be had, the old price and the new one. */
export function countdown(content: CountdownContent, canvas: Canvas): Layout {
  const { palette, language } = canvas;
  const figures = content.figures.map(
    (figure) =>
      `<td style="padding:0 6px"><span style="display:block;min-width:84px;padding:16px 8px 12px;background:${palette.accent};border-radius:6px;color:${palette.onAccent};font:bold 40px/1 ${SANS};text-align:center">${esc(figure.value)}<span style="display:block;padding-top:8px;font:13px/1 ${SANS}">${esc(figure.unit)}</span></span></td>`,
  );
  const offers = content.offers.map(({ product, now }, i) => {
    const { name, price: was } = PRODUCTS[product];
    const prices = `<s style="color:${palette.soft};font-weight:normal">${price(was, language)}</s> &nbsp;<b style="color:${palette.accent}">${price(now, language)}</b>`;
    return `<a href="${productHref(canvas, product, 4 - i)}" style="text-decoration:none">${productPicture(canvas, product, 254)}<b style="display:block;margin-top:12px;font:bold 15px/1.4 ${SANS};color:${palette.ink}">${esc(name[language])}</b><span style="font:15px/1.5 ${SANS}">${prices}</span></a>`;
  });
  const clock = `<table role="presentation" align="center" cellpadding="0" cellspacing="0"><tr>${figures.join('')}</tr></table>`;
  const words =
    heading(content.headline, palette.ink, 32, 'text-align:center') +
    paragraph(content.lead, palette.soft, 16, 'text-align:center');
  return {
    rows: [
      content.scene ? sceneRow(canvas, content.scene.name, content.scene.alt, content.call[1]) : '',
      row(clock, 'padding:32px 24px 24px;text-align:center'),
      row(words, 'padding:0 64px 8px', 'class="pad" '),
      row(button(canvas, content.call), 'padding:6px 40px 34px;text-align:center'),
      row(columns(offers), 'padding:0 24px 24px', 'class="pad" '),
      row(
        esc(content.note),
        `padding:18px 48px 26px;border-top:1px solid ${palette.line};font:13px/1.6 ${SANS};color:${palette.soft};text-align:center`,
      ),
    ].join(''),
    text: [
      content.headline,
      content.figures.map((figure) => `${figure.value} ${figure.unit}`).join(' '),
      '',
      content.lead,
      '',
      callLine(canvas, content.call),
      '',
      ...content.offers.map(
        ({ product, now }) =>
          `- ${PRODUCTS[product].name[language]}: ${price(now, language)} (${price(PRODUCTS[product].price, language)})`,
      ),
      '',
      content.note,
    ],
  };
}

import {
  button,
  type Canvas,
  callLine,
  columns,
  heading,
  type Layout,
  link,
  paragraph,
  productCard,
  productLine,
  row,
  sceneRow,
} from '../canvas';
import type { Call } from '../mail-copy';
import type { ProductKey } from '../pictures/goods';
import type { SceneName } from '../pictures/scenes';
import { SANS } from '../palette';

export interface LaunchContent {
  layout: 'launch';
  scene: SceneName;
  sceneAlt: string;
  headline: string;
  lead: string;
  call: Call;
  products: readonly [ProductKey, ProductKey, ProductKey];
  more: Call;
  promise: string;
}

/** A collection is out: a landscape, one sentence, one button, three things to look at. */
export function launch(content: LaunchContent, canvas: Canvas): Layout {
  const { palette } = canvas;
  const opening = [
    heading(content.headline, palette.ink, 34, 'text-align:center;letter-spacing:-.5px'),
    paragraph(content.lead, palette.soft, 16, 'text-align:center;margin-bottom:22px'),
    button(canvas, content.call),
  ].join('');
  const cards = content.products.map((key, i) => productCard(canvas, key, 4 - i));
  const more = link(canvas, content.more, 1.6, `font:15px/1 ${SANS}`);
  return {
    rows: [
      sceneRow(canvas, content.scene, content.sceneAlt, content.call[1]),
      row(opening, 'padding:36px 72px 32px', 'class="pad" '),
      row(columns(cards), 'padding:0 24px 8px', 'class="pad" '),
      row(more, 'padding:18px 32px 34px;text-align:center'),
      row(
        content.promise,
        `padding:16px 40px;background:${palette.accent};color:${palette.onAccent};font:14px/1.5 ${SANS};text-align:center`,
      ),
    ].join(''),
    text: [
      content.headline,
      '',
      content.lead,
      '',
      callLine(canvas, content.call),
      '',
      ...content.products.map((key) => productLine(key, canvas.language)),
      '',
      callLine(canvas, content.more),
      content.promise,
    ],
  };
}

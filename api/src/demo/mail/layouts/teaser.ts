import { button, type Canvas, callLine, esc, heading, type Layout, paragraph, row, sceneRow } from '../canvas';
import type { Call } from '../mail-copy';
import { SANS } from '../palette';
import type { SceneName } from '../pictures/scenes';

export interface TeaserContent {
  layout: 'teaser';
  scene: SceneName;
  sceneAlt: string;
  kicker: string;
  headline: string;
  lines: readonly string[];
  call: Call;
  note: string;
}

/** Something is coming: much dark, few words, one button. */
export function teaser(content: TeaserContent, canvas: Canvas): Layout {
  const { palette } = canvas;
  const kicker = `<p style="margin:0 0 14px;font:13px/1 ${SANS};color:${palette.accent};letter-spacing:1px">${esc(content.kicker)}</p>`;
  const body = [
    kicker,
    heading(content.headline, palette.ink, 44, 'letter-spacing:-1px;margin-bottom:20px'),
    ...content.lines.map((line) => paragraph(line, palette.soft, 17)),
  ].join('');
  return {
    rows: [
      row(body, 'padding:56px 56px 12px;text-align:center', 'class="pad" '),
      row(button(canvas, content.call), 'padding:14px 40px 48px;text-align:center'),
      sceneRow(canvas, content.scene, content.sceneAlt, content.call[1]),
      row(esc(content.note), `padding:22px 56px;font:italic 14px/1.6 ${SANS};color:${palette.soft};text-align:center`),
    ].join(''),
    text: [
      content.kicker,
      '',
      content.headline,
      '',
      ...content.lines,
      '',
      callLine(canvas, content.call),
      '',
      content.note,
    ],
  };
}

import { button, type Canvas, callLine, esc, labelled, type Layout, row, sceneRow } from '../canvas';
import type { Call } from '../mail-copy';
import { SANS, SERIF } from '../palette';
import type { SceneName } from '../pictures/scenes';

export interface InvitationContent {
  layout: 'invitation';
  scene: SceneName;
  sceneAlt: string;
  kicker: string;
  headline: string;
  lead: string;
  facts: readonly { label: string; value: string }[];
  call: Call;
  programmeTitle: string;
  programme: readonly { time: string; text: string }[];
  small: string;
}

/** A card as one gets by post: when, where, what, and a button to say yes. */
export function invitation(content: InvitationContent, canvas: Canvas): Layout {
  const { palette } = canvas;
  const card = [
    `<p style="margin:0 0 12px;font:italic 17px/1.4 ${SERIF};color:${palette.accent}">${esc(content.kicker)}</p>`,
    `<h1 style="margin:0 0 16px;font:normal 38px/1.15 ${SERIF};color:${palette.ink}">${esc(content.headline)}</h1>`,
    `<p style="margin:0 0 24px;font:17px/1.6 ${SERIF};color:${palette.soft}">${esc(content.lead)}</p>`,
  ].join('');
  const facts = content.facts.map(
    (fact) =>
      `<td class="col" width="33%" style="padding:16px 8px;text-align:center"><span style="display:block;font:13px/1.4 ${SANS};color:${palette.soft}">${esc(fact.label)}</span><b style="font:bold 17px/1.4 ${SERIF};color:${palette.ink}">${esc(fact.value)}</b></td>`,
  );
  const line = `border-top:1px solid ${palette.line};border-bottom:1px solid ${palette.line}`;
  const programme = content.programme.map(
    (part) =>
      `<tr><td width="80" valign="top" style="padding:7px 0;font:bold 15px/1.5 ${SANS};color:${palette.accent}">${esc(part.time)}</td><td style="padding:7px 0;font:16px/1.5 ${SERIF};color:${palette.soft}">${esc(part.text)}</td></tr>`,
  );
  const title = `<b style="display:block;margin-bottom:8px;font:bold 19px/1.3 ${SERIF};color:${palette.ink}">${esc(content.programmeTitle)}</b>`;
  return {
    rows: [
      sceneRow(canvas, content.scene, content.sceneAlt, content.call[1]),
      row(card, 'padding:40px 60px 8px;text-align:center', 'class="pad" '),
      row(
        `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="${line}"><tr>${facts.join('')}</tr></table>`,
        'padding:0 40px',
        'class="pad" ',
      ),
      row(button(canvas, content.call, 12), 'padding:30px 40px;text-align:center'),
      row(
        `${title}<table role="presentation" width="100%" cellpadding="0" cellspacing="0">${programme.join('')}</table>`,
        'padding:6px 60px 24px',
        'class="pad" ',
      ),
      row(esc(content.small), `padding:0 60px 34px;font:14px/1.6 ${SANS};color:${palette.soft}`, 'class="pad" '),
    ].join(''),
    text: [
      content.kicker,
      content.headline,
      '',
      content.lead,
      '',
      ...content.facts.map((fact) => labelled(fact.label, fact.value, canvas.language)),
      '',
      callLine(canvas, content.call),
      '',
      content.programmeTitle,
      ...content.programme.map((part) => `${part.time}  ${part.text}`),
      '',
      content.small,
    ],
  };
}

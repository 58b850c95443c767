import { button, type Canvas, callLine, columns, esc, heading, labelled, type Layout, paragraph, row } from '../canvas';
import type { Call } from '../mail-copy';
import { SANS } from '../palette';

export interface CodeContent {
  layout: 'code';
  headline: string;
  lead: string;
  codeLabel: string;
  code: string;
  validity: string;
  call: Call;
  steps: readonly { title: string; text: string }[];
  small: string;
}

/** A code of one's own, as a ticket, and how to use it. */
export function code(content: CodeContent, canvas: Canvas): Layout {
  const { palette } = canvas;
  const ticket = [
    `<p style="margin:0 0 10px;font:13px/1 ${SANS};color:${palette.soft}">${esc(content.codeLabel)}</p>`,
    `<p style="margin:0 0 10px;font:bold 34px/1.1 'Courier New',monospace;letter-spacing:4px;color:${palette.ink}">${esc(content.code)}</p>`,
    `<p style="margin:0;font:13px/1.4 ${SANS};color:${palette.soft}">${esc(content.validity)}</p>`,
  ].join('');
  const steps = content.steps.map(
    (step, i) =>
      `<b style="display:block;width:30px;height:30px;border-radius:15px;background:${palette.ink};color:${palette.paper};font:bold 14px/30px ${SANS};text-align:center;margin-bottom:10px">${i + 1}</b><b style="display:block;font:bold 15px/1.4 ${SANS};color:${palette.ink}">${esc(step.title)}</b><span style="font:14px/1.5 ${SANS};color:${palette.soft}">${esc(step.text)}</span>`,
  );
  const intro = heading(content.headline, palette.ink, 30) + paragraph(content.lead, palette.soft);
  return {
    rows: [
      row('', `height:6px;background:${palette.accent};line-height:6px;font-size:0`),
      row(intro, 'padding:36px 48px 10px', 'class="pad" '),
      row(
        `<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td style="padding:28px 20px;background:${palette.tint};border:2px dashed ${palette.accent};border-radius:10px;text-align:center">${ticket}</td></tr></table>`,
        'padding:10px 48px 28px',
        'class="pad" ',
      ),
      row(button(canvas, content.call), 'padding:0 48px 34px;text-align:center'),
      row(columns(steps, '0 12px'), `padding:26px 36px;border-top:1px solid ${palette.line}`, 'class="pad" '),
      row(esc(content.small), `padding:4px 48px 30px;font:13px/1.6 ${SANS};color:${palette.soft}`, 'class="pad" '),
    ].join(''),
    text: [
      content.headline,
      '',
      content.lead,
      '',
      labelled(content.codeLabel, content.code, canvas.language),
      content.validity,
      '',
      callLine(canvas, content.call),
      '',
      ...content.steps.map((step, i) => `${i + 1}. ${labelled(step.title, step.text, canvas.language)}`),
      '',
      content.small,
    ],
  };
}

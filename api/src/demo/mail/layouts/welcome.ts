import { button, type Canvas, callLine, esc, heading, type Layout, link, paragraph, row, sceneRow } from '../canvas';
import type { Call } from '../mail-copy';
import { SANS, SERIF } from '../palette';
import type { SceneName } from '../pictures/scenes';

export interface WelcomeContent {
  layout: 'welcome';
  scene: SceneName;
  sceneAlt: string;
  headline: string;
  lead: string;
  gift: string;
  call: Call;
  steps: readonly { title: string; text: string; call: Call }[];
  closing: string;
  signature: string;
}

/** The first letter to somebody new: a present, three places to begin, a person who signs. */
export function welcome(content: WelcomeContent, canvas: Canvas): Layout {
  const { palette } = canvas;
  const steps = content.steps.map((step, i) => {
    const circle = `<b style="display:block;width:44px;height:44px;border-radius:22px;background:${palette.tint};font:bold 18px/44px ${SERIF};color:${palette.accent};text-align:center">${i + 1}</b>`;
    const text = `<b style="font:bold 16px/1.4 ${SANS};color:${palette.ink}">${esc(step.title)}</b><br><span style="font:15px/1.55 ${SANS};color:${palette.soft}">${esc(step.text)}</span><br>${link(canvas, step.call, 3 - i * 0.6, `font:15px/1.7 ${SANS}`)}`;
    return `<tr><td width="64" valign="top" style="padding:12px 0">${circle}</td><td style="padding:12px 0">${text}</td></tr>`;
  });
  const gift = `<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td style="padding:18px 24px;background:${palette.tint};border-left:4px solid ${palette.accent};font:16px/1.5 ${SANS};color:${palette.ink}">${esc(content.gift)}</td></tr></table>`;
  return {
    rows: [
      sceneRow(canvas, content.scene, content.sceneAlt, content.call[1]),
      row(
        heading(content.headline, palette.ink, 34) + paragraph(content.lead, palette.soft, 17),
        'padding:36px 48px 6px',
        'class="pad" ',
      ),
      row(gift, 'padding:6px 48px 26px', 'class="pad" '),
      row(button(canvas, content.call), 'padding:0 48px 26px;text-align:center'),
      row(
        `<table role="presentation" width="100%" cellpadding="0" cellspacing="0">${steps.join('')}</table>`,
        `padding:18px 48px`,
        'class="pad" ',
      ),
      row(
        `${paragraph(content.closing, palette.soft, 16)}<span style="font:italic 18px/1.4 ${SERIF};color:${palette.ink}">${esc(content.signature)}</span>`,
        'padding:10px 48px 36px',
        'class="pad" ',
      ),
    ].join(''),
    text: [
      content.headline,
      '',
      content.lead,
      content.gift,
      '',
      callLine(canvas, content.call),
      ...content.steps.flatMap((step, i) => ['', `${i + 1}. ${step.title}`, step.text, callLine(canvas, step.call)]),
      '',
      content.closing,
      content.signature,
    ],
  };
}

import { type Canvas, callLine, esc, heading, type Layout, link, paragraph, row } from '../canvas';
import type { Call } from '../mail-copy';
import { SANS } from '../palette';

const STATES = {
  open: { colour: '#3F8F5B', word: 'Open' },
  care: { colour: '#D19A2A', word: 'With care' },
  closed: { colour: '#B4412F', word: 'Closed' },
} as const;

export interface DigestContent {
  layout: 'digest';
  headline: string;
  lead: string;
  trails: readonly { name: string; path: string; state: keyof typeof STATES; note: string }[];
  call: Call;
  tipTitle: string;
  tip: string;
}

/** The state of the trails at a glance: a plain list, a coloured dot and a word each. */
export function digest(content: DigestContent, canvas: Canvas): Layout {
  const { palette } = canvas;
  const cell = `padding:14px 0;border-bottom:1px solid ${palette.line};font:15px/1.5 ${SANS}`;
  const trails = content.trails.map((trail, i) => {
    const { colour, word } = STATES[trail.state];
    const dot = `<span style="display:inline-block;width:10px;height:10px;border-radius:5px;background:${colour}"></span>`;
    const name = link(
      canvas,
      [trail.name, trail.path],
      5 - i * 0.5,
      `font-weight:bold;color:${palette.ink};text-decoration:none`,
    );
    return `<tr><td style="${cell}">${name}<br><span style="font-size:14px;color:${palette.soft}">${esc(trail.note)}</span></td><td align="right" width="110" style="${cell};white-space:nowrap;color:${palette.ink}">${dot}&nbsp; ${word}</td></tr>`;
  });
  const tip = `<b style="display:block;margin-bottom:6px;font:bold 15px/1.4 ${SANS};color:${palette.ink}">${esc(content.tipTitle)}</b><span style="font:15px/1.55 ${SANS};color:${palette.soft}">${esc(content.tip)}</span>`;
  return {
    rows: [
      row(
        heading(content.headline, palette.ink, 26) + paragraph(content.lead, palette.soft, 15),
        'padding:14px 40px 0',
        'class="pad" ',
      ),
      row(
        `<table role="presentation" width="100%" cellpadding="0" cellspacing="0">${trails.join('')}</table>`,
        'padding:0 40px',
        'class="pad" ',
      ),
      row(link(canvas, content.call, 6, `font:bold 15px/1 ${SANS}`), 'padding:22px 40px', 'class="pad" '),
      row(tip, `padding:22px 40px;background:${palette.tint};border-left:4px solid ${palette.accent}`, 'class="pad" '),
      row('', 'height:28px;line-height:28px;font-size:0'),
    ].join(''),
    text: [
      content.headline,
      '',
      content.lead,
      '',
      ...content.trails.map((trail) => `- ${trail.name}: ${STATES[trail.state].word}. ${trail.note}`),
      '',
      callLine(canvas, content.call),
      '',
      `${content.tipTitle}: ${content.tip}`,
    ],
  };
}

import { type Canvas, callLine, esc, heading, type Layout, link, paragraph, row } from '../canvas';
import type { Call } from '../mail-copy';
import { SANS } from '../palette';

export interface SurveyContent {
  layout: 'survey';
  headline: string;
  lead: string;
  question: string;
  path: string;
  low: string;
  high: string;
  call: Call;
  thanks: string;
}

const MARKS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
const MARK_WEIGHTS = [0.2, 0.1, 0.15, 0.2, 0.3, 0.6, 0.8, 1.8, 3.6, 3.2, 3.4] as const;

/** One question that a click answers: eleven small buttons in a row. */
export function survey(content: SurveyContent, canvas: Canvas): Layout {
  const { palette, links } = canvas;
  const marks = MARKS.map((mark) => {
    const href = esc(links.to(`${content.path}?answer=${mark}`, `${content.question} ${mark}`, MARK_WEIGHTS[mark]));
    const shade = mark < 7 ? palette.tint : palette.accent;
    const ink = mark < 7 ? palette.ink : palette.onAccent;
    return `<td width="9%" style="padding:0 2px"><a href="${href}" style="display:block;padding:13px 0;background:${shade};border-radius:4px;font:bold 15px/1 ${SANS};color:${ink};text-align:center;text-decoration:none">${mark}</a></td>`;
  });
  const ends = `<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td style="padding-top:10px;font:13px/1.4 ${SANS};color:${palette.soft}">${esc(content.low)}</td><td align="right" style="padding-top:10px;font:13px/1.4 ${SANS};color:${palette.soft}">${esc(content.high)}</td></tr></table>`;
  return {
    rows: [
      row(
        heading(content.headline, palette.ink, 28) + paragraph(content.lead, palette.soft),
        'padding:24px 48px 10px',
        'class="pad" ',
      ),
      row(
        `<b style="display:block;padding-bottom:16px;font:bold 17px/1.45 ${SANS};color:${palette.ink}">${esc(content.question)}</b><table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr>${marks.join('')}</tr></table>${ends}`,
        `padding:26px 46px;border-top:1px solid ${palette.line};border-bottom:1px solid ${palette.line}`,
        'class="pad" ',
      ),
      row(
        paragraph(content.thanks, palette.soft, 15) + link(canvas, content.call, 1.5, `font:15px/1.4 ${SANS}`),
        'padding:26px 48px 34px',
        'class="pad" ',
      ),
    ].join(''),
    text: [
      content.headline,
      '',
      content.lead,
      '',
      content.question,
      `0 = ${content.low}, 10 = ${content.high}`,
      '',
      callLine(canvas, content.call),
      '',
      content.thanks,
    ],
  };
}

import { type Canvas, callLine, esc, labelled, type Layout, link, picture, productCard, row } from '../canvas';
import type { Call } from '../mail-copy';
import { SANS, SERIF } from '../palette';
import type { ProductKey } from '../pictures/goods';
import { scene, type SceneName } from '../pictures/scenes';

interface Story {
  scene: SceneName;
  sceneAlt: string;
  title: string;
  text: string;
  call: Call;
}

export interface NewsletterContent {
  layout: 'newsletter';
  masthead: string;
  edition: string;
  main: Story;
  stories: readonly Story[];
  gearTitle: string;
  gearText: string;
  gear: ProductKey;
  closing: string;
  signature: string;
}

/** A letter with one long story, some short ones, and a thing to pack. */
export function newsletter(content: NewsletterContent, canvas: Canvas): Layout {
  const { palette } = canvas;
  const head = `<span style="display:block;font:bold 42px/1.1 ${SERIF};color:${palette.ink}">${esc(content.masthead)}</span><span style="display:block;padding-top:8px;font:14px/1 ${SANS};color:${palette.soft}">${esc(content.edition)}</span>`;
  const gear = `<b style="display:block;margin-bottom:8px;font:bold 20px/1.3 ${SERIF};color:${palette.ink}">${esc(content.gearTitle)}</b>${body(content.gearText, canvas)}`;
  const gearRow = `<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td class="col" width="60%" valign="top" style="padding-right:24px">${gear}</td><td class="col" width="40%" valign="top">${productCard(canvas, content.gear, 3)}</td></tr></table>`;
  const closing = `${body(content.closing, canvas)}<span style="font:italic 16px/1.5 ${SERIF};color:${palette.ink}">${esc(content.signature)}</span>`;
  return {
    rows: [
      row(head, `padding:18px 40px 26px;text-align:center;border-bottom:1px solid ${palette.line}`, 'class="pad" '),
      row(storyPicture(content.main, canvas, 520, 208), 'padding:30px 40px 0', 'class="pad" '),
      row(words(content.main, canvas, 28, 8), 'padding:20px 40px 26px', 'class="pad" '),
      ...content.stories.map((story, i) =>
        row(sideBySide(story, canvas, i), `padding:24px 40px;border-top:1px solid ${palette.line}`, 'class="pad" '),
      ),
      row(gearRow, `padding:28px 40px;background:${palette.tint}`, 'class="pad" '),
      row(closing, 'padding:28px 40px 30px', 'class="pad" '),
    ].join(''),
    text: [
      `${content.masthead} · ${content.edition}`,
      ...[content.main, ...content.stories].flatMap((story) => [
        '',
        story.title,
        story.text,
        callLine(canvas, story.call),
      ]),
      '',
      labelled(content.gearTitle, content.gearText, canvas.language),
      '',
      content.closing,
      content.signature,
    ],
  };
}

function body(text: string, { palette }: Canvas): string {
  return `<p style="margin:0 0 12px;font:16px/1.65 ${SERIF};color:${palette.soft}">${esc(text)}</p>`;
}

function words(story: Story, canvas: Canvas, size: number, weight: number): string {
  const title = `<b style="display:block;margin-bottom:10px;font:bold ${size}px/1.25 ${SERIF};color:${canvas.palette.ink}">${esc(story.title)}</b>`;
  return title + body(story.text, canvas) + link(canvas, story.call, weight, `font:bold 15px/1.4 ${SANS}`);
}

function storyPicture(story: Story, canvas: Canvas, width: number, height: number): string {
  const href = esc(canvas.links.to(story.call[1], story.call[0], 4));
  return `<a href="${href}">${picture(scene(story.scene), story.sceneAlt, width, height, 'width:100%;height:auto;border-radius:4px')}</a>`;
}

/** Picture and words, on changing sides. */
function sideBySide(story: Story, canvas: Canvas, position: number): string {
  const image = `<td class="col" width="42%" valign="top">${storyPicture(story, canvas, 218, 87)}</td>`;
  const side = position % 2 === 0 ? 'left' : 'right';
  const text = `<td class="col" width="58%" valign="top" style="padding-${side}:22px">${words(story, canvas, 19, 5 - position)}</td>`;
  const cells = position % 2 === 0 ? image + text : text + image;
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr>${cells}</tr></table>`;
}

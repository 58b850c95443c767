import type { Call, MailCopy } from './mail-copy';
import { type Canvas, esc, labelled, type Layout, link, row } from './canvas';
import { SANS } from './palette';
import type { MailLanguage } from '../people/regions';

const WORDS: Record<
  MailLanguage,
  { view: string; shops: Call; choices: Call; leave: string; why: string; company: string }
> = {
  en: {
    view: 'View in browser',
    shops: ['Find a store', '/stores'],
    choices: ['Preferences', '/account/preferences'],
    leave: 'Unsubscribe',
    why: 'You get this email because you have an account or an order with us, or asked for our news.',
    company: 'Northfold, 4 Quai des Roches, 74000 Annecy, France',
  },
  fr: {
    view: 'Voir dans le navigateur',
    shops: ['Trouver un magasin', '/fr/magasins'],
    choices: ['Préférences', '/fr/compte/preferences'],
    leave: 'Se désabonner',
    why: 'Vous recevez cet e-mail parce que vous avez un compte ou une commande chez nous, ou avez demandé nos nouvelles.',
    company: 'Northfold, 4 quai des Roches, 74000 Annecy, France',
  },
};

const NARROW =
  '@media (max-width:620px){.sheet{width:100%!important;table-layout:fixed}.col{display:block!important;width:auto!important;padding-bottom:18px!important}.pad{padding-left:22px!important;padding-right:22px!important}}';

/** The whole HTML document of an email: letterhead, the layout's rows, footer, and what the sender hides in it. */
export function htmlDocument(copy: MailCopy, canvas: Canvas, layout: Layout): string {
  const { palette } = canvas;
  const pixel = `<img src="https://open.northfold.example/o/${copy.id}.gif" width="1" height="1" alt="" style="display:block;width:1px;height:1px;border:0">`;
  return `<!doctype html>
<html lang="${copy.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${esc(copy.subject)}</title>
<style>body{margin:0}${NARROW}</style>
</head>
<body style="margin:0;padding:0;background:${palette.page}">
<div style="display:none;max-height:0;overflow:hidden;font-size:1px;color:${palette.page}">${esc(copy.preheader)}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:${palette.page}"><tr><td align="center" style="padding:24px 0">
<table role="presentation" class="sheet" width="600" cellpadding="0" cellspacing="0" style="width:600px;background:${palette.paper}">
${letterhead(copy, canvas)}${layout.rows}${photoRow(copy, canvas)}${footer(copy, canvas)}</table>
${copy.pixel ? `${pixel}\n` : ''}</td></tr></table>
</body>
</html>
`;
}

/** The plain text of the same email. */
export function textDocument(copy: MailCopy, canvas: Canvas, layout: Layout): string {
  const words = WORDS[copy.language];
  const footerLines = [
    '--',
    words.why,
    words.company,
    labelled(words.leave, canvas.links.unsubscribe(), copy.language),
  ];
  return `${['NORTHFOLD', '', ...layout.text, '', ...footerLines].join('\n')}\n`;
}

function letterhead(copy: MailCopy, { palette, links }: Canvas): string {
  const mark = `<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32" viewBox="0 0 16 16"><path d="M1.5 14 8 2.5 14.5 14M5 10h6" fill="none" stroke="${palette.ink}" stroke-width="1.8" stroke-linejoin="round"/></svg>`;
  const name = `<img src="data:image/svg+xml,${encodeURIComponent(mark)}" width="18" height="18" alt="" style="vertical-align:-3px;border:0"> <b style="font:bold 16px/1 ${SANS};letter-spacing:2px;color:${palette.ink}">NORTHFOLD</b>`;
  const view = `<a href="${esc(links.mirror())}" style="font:12px/1 ${SANS};color:${palette.soft};text-decoration:none">${WORDS[copy.language].view}</a>`;
  const cells = `<td>${name}</td><td align="right">${view}</td>`;
  return row(
    `<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr>${cells}</tr></table>`,
    'padding:20px 32px',
    'class="pad" ',
  );
}

/** A photograph from a server: until it is loaded, its words stand on a tinted ground. */
function photoRow({ photo }: MailCopy, { palette }: Canvas): string {
  if (!photo) return '';
  const style = `display:block;width:100%;height:160px;border:0;background:${palette.line};font:italic 14px/160px ${SANS};color:${palette.soft};text-align:center`;
  const image = `<img src="https://images.northfold.example/mail/${photo.file}" width="600" height="160" alt="${esc(photo.alt)}" style="${style}">`;
  return row(image, 'padding:0');
}

function footer(copy: MailCopy, canvas: Canvas): string {
  const { palette, links } = canvas;
  const words = WORDS[copy.language];
  const plain = `color:${palette.soft};text-decoration:underline`;
  const leave = `<a href="${esc(links.unsubscribe())}" style="${plain}">${words.leave}</a>`;
  const choices = [link(canvas, words.shops, 0.5, plain), link(canvas, words.choices, 0.4, plain), leave].join(
    ' &nbsp;·&nbsp; ',
  );
  const small = `font:12px/1.7 ${SANS};color:${palette.soft}`;
  return row(
    `${choices}<br>${esc(words.why)}<br>${esc(words.company)}`,
    `padding:24px 40px 28px;background:${palette.tint};text-align:center;${small}`,
  );
}

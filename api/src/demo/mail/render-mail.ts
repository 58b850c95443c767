import type { Canvas, Layout } from './canvas';
import { htmlDocument, textDocument } from './frame';
import { basket } from './layouts/basket';
import { browse } from './layouts/browse';
import { code } from './layouts/code';
import { countdown } from './layouts/countdown';
import { digest } from './layouts/digest';
import { guide } from './layouts/guide';
import { invitation } from './layouts/invitation';
import { launch } from './layouts/launch';
import { newsletter } from './layouts/newsletter';
import { receipt } from './layouts/receipt';
import { restock } from './layouts/restock';
import { survey } from './layouts/survey';
import { teaser } from './layouts/teaser';
import { welcome } from './layouts/welcome';
import { type EmailLink, LinkBook } from './link-book';
import type { MailContent, MailCopy } from './mail-copy';
import { PALETTES } from './palette';

/** An email as it is sent: both versions, and what can be clicked in them. */
export interface RenderedMail {
  html: string;
  text: string;
  links: readonly EmailLink[];
}

export function renderMail(copy: MailCopy): RenderedMail {
  const links = new LinkBook(copy.id.replace('demo-email-', ''));
  const canvas: Canvas = { palette: PALETTES[copy.palette], language: copy.language, links };
  const layout = layOut(copy.content, canvas);
  return { html: htmlDocument(copy, canvas, layout), text: textDocument(copy, canvas, layout), links: links.links };
}

function layOut(content: MailContent, canvas: Canvas): Layout {
  switch (content.layout) {
    case 'basket':
      return basket(content, canvas);
    case 'browse':
      return browse(content, canvas);
    case 'code':
      return code(content, canvas);
    case 'countdown':
      return countdown(content, canvas);
    case 'digest':
      return digest(content, canvas);
    case 'guide':
      return guide(content, canvas);
    case 'invitation':
      return invitation(content, canvas);
    case 'launch':
      return launch(content, canvas);
    case 'newsletter':
      return newsletter(content, canvas);
    case 'receipt':
      return receipt(content, canvas);
    case 'restock':
      return restock(content, canvas);
    case 'survey':
      return survey(content, canvas);
    case 'teaser':
      return teaser(content, canvas);
    case 'welcome':
      return welcome(content, canvas);
  }
}

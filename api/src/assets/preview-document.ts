import sanitizeHtml from 'sanitize-html';
import { concealingNames, conceals, readDeclarations, type ConcealingNames } from './preview-concealed';
import { cleanDeclarations, cleanStyleSheet } from './preview-css';
import { DROPPED_WITH_CONTENTS, isCssAttribute, isKeptAttribute, KEPT_ELEMENTS } from './preview-elements';
import { linkAddress } from './preview-links';
import { judgePicture, NOTHING_TO_SEE, placeholder, type Attributes } from './preview-pictures';
import { collectStyles } from './preview-styles';

/** Which pictures a preview shows: those inside the mail only, or also those on other servers, when the user asks. */
export type PreviewPictures = 'none' | 'remote';

export interface PreviewDocument {
  document: string;
  /** How many pictures are on other servers and would be fetched if the user allowed it; tracking pixels are not among them. */
  remotePictures: number;
}

/** The header that the preview is answered with: no script, no form, no navigation, no request, whatever the document says. */
export const PREVIEW_CSP = (pictures: PreviewPictures): string =>
  `sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:${pictures === 'remote' ? ' https: http:' : ''}`;

/**
 * An email as a page that can be looked at safely: nothing in it runs, leads away, or asks another server.
 * Opening it never counts as an open of the mail.
 */
export function previewDocument(html: string, options: { pictures: PreviewPictures }): PreviewDocument {
  const styles = collectStyles(html);
  const mail = new MailCleaner(concealingNames(styles), options.pictures);
  const content = mail.clean(html);
  const document = [
    doctypeOf(html),
    `<html${mail.attributesOf('html')}><head><meta charset="utf-8"><meta name="referrer" content="no-referrer">`,
    `<style>${BASE_STYLES}</style><style>${cleanStyleSheet(styles)}</style></head>`,
    `<body${mail.attributesOf('body')}>${content}</body></html>`,
  ].join('\n');
  return { document, remotePictures: mail.remotePictures };
}

// Weightless, so that any style of the mail wins. The mail's own colours are never themed: paper is white.
const BASE_STYLES = [
  ':where(html){background:#fff;color:#000;color-scheme:light}',
  ':where(body){font-family:Arial,Helvetica,sans-serif}',
  ':where(a[data-href]){color:#0000ee;text-decoration:underline}',
].join('');

const MAX_DEPTH = 400;

class MailCleaner {
  remotePictures = 0;
  private readonly outer = new Map<string, Attributes>();
  /** One entry for each open element: whether it or something around it is not meant to be seen. */
  private readonly concealed: boolean[] = [];

  constructor(
    private readonly names: ConcealingNames,
    private readonly pictures: PreviewPictures,
  ) {}

  clean(html: string): string {
    return sanitizeHtml(html, {
      allowedTags: KEPT_ELEMENTS,
      nonTextTags: DROPPED_WITH_CONTENTS,
      // Attributes are chosen, one by one, in `transform`: what it does not return is not there.
      allowedAttributes: false,
      allowedSchemesAppliedToAttributes: [],
      parseStyleAttributes: false,
      nestingLimit: MAX_DEPTH,
      onOpenTag: (element, attributes) => this.enter(element, attributes),
      onCloseTag: () => void this.concealed.pop(),
      transformTags: {
        '*': (element, attributes) => ({ tagName: element, attribs: this.transform(element, attributes) }),
      },
    });
  }

  /** The kept attributes of `html` or `body`, ready to be written into the tag. */
  attributesOf(element: 'html' | 'body'): string {
    return Object.entries(this.outer.get(element) ?? {})
      .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
      .join('');
  }

  private enter(element: string, attributes: Attributes): void {
    const around = this.concealed.at(-1) ?? false;
    this.concealed.push(around || 'hidden' in attributes || this.isConcealing(attributes));
    if ((element === 'html' || element === 'body') && !this.outer.has(element)) {
      this.outer.set(element, keptAttributes(element, attributes));
    }
  }

  private isConcealing(attributes: Attributes): boolean {
    const names = [...(attributes['class'] ?? '').split(/\s+/).map((name) => `.${name}`), `#${attributes['id'] ?? ''}`];
    if (names.some((name) => this.names.hidden.has(name))) return true;
    // Variants for phones are hidden in place and shown again by a media rule: they are meant to be seen.
    return (
      conceals(readDeclarations(attributes['style'] ?? '')) && !names.some((name) => this.names.shownAgain.has(name))
    );
  }

  private transform(element: string, attributes: Attributes): Attributes {
    const kept = keptAttributes(element, attributes);
    if (element === 'img') return { ...kept, ...this.picture(attributes) };
    const address = element === 'a' ? linkAddress(attributes['href']) : null;
    return address ? { ...kept, title: address, 'data-href': address } : kept;
  }

  private picture(attributes: Attributes): Attributes {
    const verdict = judgePicture(attributes, this.concealed.at(-1) ?? false);
    if (verdict.kind === 'inside') return { src: verdict.src };
    if (verdict.kind === 'tracking') return { src: NOTHING_TO_SEE, alt: '' };
    if (verdict.kind === 'remote') {
      this.remotePictures += 1;
      if (this.pictures === 'remote') return { src: verdict.src, referrerpolicy: 'no-referrer' };
    }
    return { src: placeholder(attributes) };
  }
}

/** Attributes that hold by being there; an empty value would be dropped with them. */
const BARE_ATTRIBUTES = new Set(['hidden', 'nowrap', 'noshade', 'reversed']);

function keptAttributes(element: string, attributes: Attributes): Attributes {
  const kept: Attributes = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (!isKeptAttribute(element, name)) continue;
    if (BARE_ATTRIBUTES.has(name)) kept[name] = name;
    else kept[name] = isCssAttribute(element, name) ? cleanDeclarations(value) : value;
  }
  return kept;
}

/** The mode in which a browser lays the mail out; old mails rely on that of XHTML Transitional. */
function doctypeOf(html: string): string {
  const isTransitional = /<!doctype\s+html\s+public\s+["'][^"']{0,80}(?:transitional|frameset)/i.test(html);
  if (!isTransitional) return '<!doctype html>';
  return '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">';
}

const escapeAttribute = (value: string): string =>
  value.replace(/[&"<>]/g, (character) => `&#${character.charCodeAt(0)};`);

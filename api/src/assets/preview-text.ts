import sanitizeHtml from 'sanitize-html';
import { conceals, readDeclarations } from './preview-concealed';
import { DROPPED_WITH_CONTENTS } from './preview-elements';
import { linkAddress } from './preview-links';

const PARAGRAPHS = new Set('p h1 h2 h3 h4 h5 h6 blockquote pre ul ol dl table hr section article figure'.split(' '));
const LINES = new Set(['div', 'tr', 'li', 'dt', 'dd', 'header', 'footer', 'address', 'center', 'caption']);
const CELLS = new Set(['td', 'th']);

const INVISIBLE = /[\u00ad\u034f\u061c\u180e\u200b-\u200f\u2060-\u2064\ufeff]/g;
const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

/** An email as plain text, for mails that came without a text version: words in reading order, links with their address. */
export function previewText(html: string): string {
  const text = new TextWriter();
  const open: { hidden: boolean; address: string | null; start: number }[] = [];
  const isHidden = (): boolean => open.at(-1)?.hidden ?? false;
  sanitizeHtml(html, {
    allowedTags: [],
    nonTextTags: DROPPED_WITH_CONTENTS,
    onOpenTag: (element, attributes) => {
      const hidden = isHidden() || 'hidden' in attributes || conceals(readDeclarations(attributes['style'] ?? ''));
      if (!hidden) text.separate(element);
      if (!hidden && element === 'img' && attributes['alt']?.trim()) text.write(` [${attributes['alt'].trim()}] `);
      open.push({ hidden, address: element === 'a' ? linkAddress(attributes['href']) : null, start: text.length });
    },
    onCloseTag: (element) => {
      const closed = open.pop();
      if (!closed || closed.hidden) return;
      if (closed.address) text.addAddress(closed.address, closed.start);
      if (element !== 'br' && element !== 'li' && element !== 'hr') text.separate(element);
    },
    textFilter: (escaped) => {
      if (!isHidden()) text.write(escaped.replace(/&(?:amp|lt|gt|quot);/g, (entity) => ENTITIES[entity] ?? entity));
      return '';
    },
  });
  return text.toString();
}

class TextWriter {
  private text = '';

  get length(): number {
    return this.text.length;
  }

  write(words: string): void {
    this.text += words.replace(INVISIBLE, '').replace(/[\s\u00a0]+/g, ' ');
  }

  separate(element: string): void {
    if (PARAGRAPHS.has(element)) this.text += '\n\n';
    else if (element === 'br' || (LINES.has(element) && !/\n *$/.test(this.text.slice(-80)))) this.text += '\n';
    else if (CELLS.has(element)) this.text += ' ';
    if (element === 'li') this.text += '- ';
    if (element === 'hr') this.text += '---\n\n';
  }

  /** Writes a link's address behind its words, unless the words are the address. */
  addAddress(address: string, start: number): void {
    const words = this.text.slice(start).trim();
    const shown = address.replace(/^mailto:|^tel:/i, '');
    if (words === address || words === shown) return;
    this.text = `${this.text.trimEnd()} ${words ? `(${shown})` : shown}`;
  }

  toString(): string {
    return this.text
      .replace(/ +/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim();
  }
}

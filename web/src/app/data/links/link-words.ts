import type { Link } from '@tallysheet/contract';
import type { Messages } from '../../core/messages';

/** What all addresses that are none stand under. */
const MALFORMED = 'malformed';
/** The end of a long address stays in sight: campaign parameters tell two links to one page apart there. */
const TAIL = 22;
const LONG = 2 * TAIL;

/** A link as it is read: its name where it has one, and its address in two parts, of which the first may be cut. */
export interface LinkWords {
  /** The name, else the address. */
  title: string;
  address: string;
  head: string;
  tail: string;
}

export function wordsOf({ label, url }: Link, messages: Messages): LinkWords {
  const address = url === MALFORMED ? messages.t('data.links.malformed') : url;
  const cut = address.length > LONG ? address.length - TAIL : address.length;
  return { title: label ?? address, address, head: address.slice(0, cut), tail: address.slice(cut) };
}

/** Whether a link stands for the addresses that are none. */
export function isMalformed({ url }: Link): boolean {
  return url === MALFORMED;
}

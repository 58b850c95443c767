import type { Link } from '@tallysheet/contract';
import { cutAddress } from '../../core/cut-address';
import type { Messages } from '../../core/messages';

/** What all addresses that are none stand under. */
const MALFORMED = 'malformed';

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
  return { title: label ?? address, address, ...cutAddress(address) };
}

/** Whether a link stands for the addresses that are none. */
export function isMalformed({ url }: Link): boolean {
  return url === MALFORMED;
}

/** The end of a long address stays in sight: campaign parameters tell two links to one page apart there. */
const TAIL = 22;
const LONG = 2 * TAIL;

/** An address in two parts, of which the first may be cut where there is no room. */
export function cutAddress(address: string): { head: string; tail: string } {
  const cut = address.length > LONG ? address.length - TAIL : address.length;
  return { head: address.slice(0, cut), tail: address.slice(cut) };
}

/** IPv4 addresses stand behind all of IPv6, so that a block of one never holds an address of the other. */
const IPV4 = 1n << 128n;
/** `::ffff:a.b.c.d`, an IPv4 address in IPv6 clothes. */
const MAPPED = 0xffffn << 32n;
const IPV4_BITS = 32;
const IPV6_BITS = 128;

/** Addresses that follow one another, both ends included. */
export interface IpBlock {
  first: bigint;
  last: bigint;
}

/** An IPv4 or IPv6 address as a number, null for text that is none. An IPv4-mapped address is the IPv4 one. */
export function ipNumber(text: string): bigint | null {
  const v4 = ipv4(text);
  if (v4 !== null) return IPV4 + v4;
  const v6 = ipv6(text);
  if (v6 === null) return null;
  return v6 >> 32n === MAPPED >> 32n ? IPV4 + (v6 - MAPPED) : v6;
}

/** One address, or a block in CIDR notation that begins where it says. Null for anything else. */
export function ipBlock(text: string): IpBlock | null {
  const [address = '', prefix, ...more] = text.split('/');
  const first = ipNumber(address);
  if (first === null || more.length > 0) return null;
  if (prefix === undefined) return { first, last: first };
  if (!/^\d{1,3}$/.test(prefix)) return null;
  const hostBits = (address.includes(':') ? IPV6_BITS : IPV4_BITS) - Number(prefix);
  // A block of mapped addresses that is larger than all of IPv4 would be neither.
  if (hostBits < 0 || (first >= IPV4 && hostBits > IPV4_BITS)) return null;
  const last = first + (1n << BigInt(hostBits)) - 1n;
  return (first & (last - first)) === 0n ? { first, last } : null;
}

function ipv4(text: string): bigint | null {
  const parts = text.split('.');
  if (parts.length !== 4) return null;
  let number = 0n;
  for (const part of parts) {
    // A leading zero means octal to some programs and nothing to others.
    if (!/^(?:0|[1-9]\d{0,2})$/.test(part) || Number(part) > 255) return null;
    number = (number << 8n) | BigInt(part);
  }
  return number;
}

function ipv6(text: string): bigint | null {
  const [head = '', tail, ...more] = text.split('::');
  if (more.length > 0 || !text.includes(':')) return null;
  const before = groups(head, tail === undefined);
  const after = tail === undefined ? [] : groups(tail, true);
  if (before === null || after === null) return null;
  const missing = 8 - before.length - after.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return null;
  const all = [...before, ...Array.from({ length: missing }, () => 0n), ...after];
  return all.reduce((number, group) => (number << 16n) | group, 0n);
}

/** The 16-bit groups of a part of an address; the last part of all may end with an IPv4 address. */
function groups(text: string, last: boolean): bigint[] | null {
  if (text === '') return [];
  const found: bigint[] = [];
  const parts = text.split(':');
  for (const [index, part] of parts.entries()) {
    const v4 = last && index === parts.length - 1 ? ipv4(part) : null;
    if (v4 !== null) found.push(v4 >> 16n, v4 & 0xffffn);
    else if (/^[\da-f]{1,4}$/i.test(part)) found.push(BigInt(`0x${part}`));
    else return null;
  }
  return found;
}

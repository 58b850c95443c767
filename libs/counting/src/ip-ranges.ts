import type { Verdict } from './event';
import { ipBlock, ipNumber, type IpBlock } from './ip-address';

type ListedVerdict = Exclude<Verdict, 'human'>;

/** A line of an IP list that cannot be read. */
export class IpListError extends Error {}

/** Who the addresses of an IP list belong to (rule 7): bot if any line says so, else privacy proxy. */
export class IpRanges {
  static readonly NONE = new IpRanges([], []);

  private constructor(
    private readonly bots: readonly IpBlock[],
    private readonly proxies: readonly IpBlock[],
  ) {}

  /**
   * Reads a list: an address or CIDR block a line, IPv4 or IPv6, behind it `bot` (taken for granted) or
   * `privacyProxy`; `#` begins a comment. Throws `IpListError` with the line's number.
   */
  static parse(text: string): IpRanges {
    const listed: Record<ListedVerdict, IpBlock[]> = { bot: [], privacyProxy: [] };
    for (const [index, line] of text
      .replace(/^\uFEFF/, '')
      .split(/\r\n|\r|\n/)
      .entries()) {
      const content = line.replace(/#.*/, '').trim();
      if (content === '') continue;
      const [address = '', verdict = 'bot', ...more] = content.split(/\s+/);
      const reason = (what: string) => new IpListError(`line ${index + 1}: ${what}`);
      const block = ipBlock(address);
      if (!block) throw reason(`"${shortened(address)}" is no IP address, and no block that begins at its address`);
      if (verdict !== 'bot' && verdict !== 'privacyProxy') {
        throw reason(`"${shortened(verdict)}" is no verdict: write bot or privacyProxy`);
      }
      if (more.length > 0) throw reason(`"${shortened(more.join(' '))}" is too much`);
      listed[verdict].push(block);
    }
    return new IpRanges(joined(listed.bot), joined(listed.privacyProxy));
  }

  get empty(): boolean {
    return this.bots.length === 0 && this.proxies.length === 0;
  }

  /** What the list says of an address; null where it says nothing, and for text that is no address. */
  verdictOn(ip: string): ListedVerdict | null {
    if (this.empty) return null;
    const number = ipNumber(ip.trim());
    if (number === null) return null;
    if (holds(this.bots, number)) return 'bot';
    return holds(this.proxies, number) ? 'privacyProxy' : null;
  }
}

/** In order, without overlaps. */
function joined(blocks: readonly IpBlock[]): IpBlock[] {
  const result: IpBlock[] = [];
  for (const { first, last } of [...blocks].sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0))) {
    const before = result.at(-1);
    if (!before || first > before.last) result.push({ first, last });
    else if (last > before.last) before.last = last;
  }
  return result;
}

function holds(blocks: readonly IpBlock[], number: bigint): boolean {
  let from = 0;
  let to = blocks.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (blocks[middle]!.first <= number) from = middle + 1;
    else to = middle;
  }
  return from > 0 && number <= blocks[from - 1]!.last;
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

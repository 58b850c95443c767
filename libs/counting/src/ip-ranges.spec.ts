import fc from 'fast-check';
import { ipNumber } from './ip-address';
import { IpListError, IpRanges } from './ip-ranges';

const verdictOf = (list: string, ip: string) => IpRanges.parse(list).verdictOn(ip);

describe('A list of IP addresses', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7', 'bot'],
    ['192.0.2.7', '192.0.2.8', null],
    ['192.0.2.0/24', '192.0.2.0', 'bot'],
    ['192.0.2.0/24', '192.0.2.255', 'bot'],
    ['192.0.2.0/24', '192.0.3.0', null],
    ['192.0.2.0/24', '192.0.1.255', null],
    ['192.0.2.7/32', '192.0.2.7', 'bot'],
    ['0.0.0.0/0', '255.255.255.255', 'bot'],
    ['0.0.0.0/0', '2001:db8::1', null],
    ['::/0', '2001:db8::1', 'bot'],
    ['::/0', '192.0.2.7', null],
    ['2001:db8::/32', '2001:DB8:0:0:0:0:0:1', 'bot'],
    ['2001:db8::/32', '2001:db9::', null],
    ['2001:db8::1', '2001:db8::1', 'bot'],
    ['2001:db8::1/128', '2001:db8::2', null],
    ['192.0.2.0/24', '::ffff:192.0.2.7', 'bot'],
    ['192.0.2.0/24', '::ffff:c000:207', 'bot'],
    ['::ffff:192.0.2.0/120', '192.0.2.7', 'bot'],
    ['::ffff:192.0.2.0/120', '192.0.3.7', null],
    ['64:ff9b::192.0.2.0/120', '64:ff9b::c000:207', 'bot'],
    ['192.0.2.0/24', ' 192.0.2.7 ', 'bot'],
    ['192.0.2.0/24 bot', '192.0.2.7', 'bot'],
    ['192.0.2.0/24\tprivacyProxy', '192.0.2.7', 'privacyProxy'],
    ['192.0.2.0/24 privacyProxy # relay', '192.0.2.7', 'privacyProxy'],
  ])('that reads %j says of %s: %s', (list, ip, verdict) => {
    expect(verdictOf(list, ip)).toBe(verdict);
  });

  it('says bot where any line does, in whatever order', () => {
    const lines = ['198.51.100.0/24 privacyProxy', '198.51.100.64/26 bot', '198.51.100.80 privacyProxy'];
    for (const list of [lines, [...lines].reverse()]) {
      const ranges = IpRanges.parse(list.join('\n'));
      expect(['198.51.100.1', '198.51.100.80', '198.51.100.128'].map((ip) => ranges.verdictOn(ip))).toEqual([
        'privacyProxy',
        'bot',
        'privacyProxy',
      ]);
    }
  });

  it('may have comments, blank lines, a byte order mark and the line ends of any system', () => {
    const ranges = IpRanges.parse('\uFEFF# scanners\r\n\r\n192.0.2.1 # one\n  192.0.2.2\r192.0.2.3');
    expect(['1', '2', '3', '4'].map((end) => ranges.verdictOn(`192.0.2.${end}`))).toEqual(['bot', 'bot', 'bot', null]);
  });

  it('may be empty, and then says nothing', () => {
    expect(IpRanges.parse('# nobody\n').empty).toBe(true);
    expect(verdictOf('# nobody\n', '192.0.2.1')).toBeNull();
    expect(IpRanges.NONE.verdictOn('192.0.2.1')).toBeNull();
    expect(IpRanges.parse('192.0.2.1').empty).toBe(false);
    expect(IpRanges.parse('192.0.2.1 privacyProxy').empty).toBe(false);
  });

  it.each(['', 'unknown', '192.0.2', '192.0.2.256', '192.0.2.7:443', '192.0.2.7, 192.0.2.8', '1::2::3', '::g'])(
    'says nothing of %j, which is no address',
    (ip) => {
      expect(verdictOf('0.0.0.0/0\n::/0', ip)).toBeNull();
    },
  );

  it.each([
    '192.0.2',
    '192.0.2.1.5',
    '192.0.2.256',
    '192.0.2.01',
    '192.0.2.0/33',
    '192.0.2.0/',
    '192.0.2.0/24/8',
    '192.0.2.0/-1',
    '192.0.2.7/24',
    '2001:db8::/129',
    '2001:db8::1/64',
    '::ffff:0:0/95',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4:5:6:7::8:9',
    '12345::',
    ':1::',
    'fe80::1%eth0',
    '::1.2.3',
    '1.2.3.4::',
    'example.com',
    '192.0.2.0/24 human',
    '192.0.2.0/24 BOT',
    '192.0.2.0/24 bot privacyProxy',
    '192.0.2.1, 192.0.2.2',
  ])('cannot have the line %j, and says which line it is', (line) => {
    const list = `192.0.2.9\n# a comment\n${line}\n`;
    expect(() => IpRanges.parse(list)).toThrow(IpListError);
    expect(() => IpRanges.parse(list)).toThrow(/^line 3: [^\n]+$/);
  });

  it('says of every address what a look at each line would say', () => {
    const octet = fc.integer({ min: 0, max: 255 });
    const near = fc.tuple(fc.constantFrom(10, 11), fc.constantFrom(0, 1, 255), octet, octet);
    const line = fc.record({ base: near, bits: fc.integer({ min: 6, max: 32 }), proxy: fc.boolean() });
    const value = (parts: readonly number[]) => parts.reduce((sum, part) => sum * 256 + part, 0);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), fc.array(near, { minLength: 1 }), (lines, addresses) => {
        const blocks = lines.map(({ base, bits, proxy }) => {
          const size = 2 ** (32 - bits);
          return { first: value(base) - (value(base) % size), size, bits, proxy };
        });
        const dotted = (n: number) => [24, 16, 8, 0].map((shift) => Math.floor(n / 2 ** shift) % 256).join('.');
        const ranges = IpRanges.parse(
          blocks.map(({ first, bits, proxy }) => `${dotted(first)}/${bits}${proxy ? ' privacyProxy' : ''}`).join('\n'),
        );
        for (const address of addresses) {
          const at = value(address);
          const hits = blocks.filter(({ first, size }) => at >= first && at < first + size);
          const wanted = hits.some(({ proxy }) => !proxy) ? 'bot' : hits.length > 0 ? 'privacyProxy' : null;
          expect(ranges.verdictOn(address.join('.'))).toBe(wanted);
        }
      }),
    );
  });

  it('takes every way to write an IPv6 address, and any other text for no address', () => {
    fc.assert(
      fc.property(fc.ipV6(), (ip) => {
        expect(ipNumber(ip)).not.toBeNull();
        expect(ipNumber(ip.toUpperCase())).toBe(ipNumber(ip));
      }),
    );
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => expect(() => ipNumber(text)).not.toThrow()));
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 8, maxLength: 8 }), (parts) => {
        const number = parts.reduce((sum, part) => (sum << 16n) | BigInt(part), 0n);
        fc.pre(number >> 32n !== 0xffffn);
        expect(ipNumber(parts.map((part) => part.toString(16)).join(':'))).toBe(number);
        expect(
          ipNumber(new URL(`http://[${parts.map((part) => part.toString(16)).join(':')}]`).hostname.slice(1, -1)),
        ).toBe(number);
      }),
    );
  });
});

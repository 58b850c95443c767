import { TallysheetError } from '@tallysheet/contract';
import fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { bytesOf, collect, collectUntilFault } from '../fixtures/streams';
import { decodeFile } from './decode-file';

const decoded = async (bytes: Uint8Array, size?: number): Promise<string> =>
  (await collect(decodeFile(bytesOf(bytes, size)))).join('');

const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

describe('decoding a file', () => {
  const text = 'name,date\r\nFrühling,2024-03-01\r\n本,"€ ""x"""\r\n';

  it('reads UTF-8 with and without a byte order mark', async () => {
    expect(await decoded(Buffer.from(text))).toBe(text);
    expect(await decoded(Buffer.from(`\ufeff${text}`))).toBe(text);
  });

  it('reads UTF-16 of both byte orders, with a byte order mark', async () => {
    expect(await decoded(Buffer.from(`\ufeff${text}`, 'utf16le'))).toBe(text);
    expect(await decoded(utf16be(`\ufeff${text}`))).toBe(text);
  });

  it('reads UTF-16 without a mark when the text is mostly Latin', async () => {
    const latin = 'leadId,activityDate\n1,2024-03-01T00:00:00Z\n';
    expect(await decoded(Buffer.from(latin, 'utf16le'))).toBe(latin);
    expect(await decoded(utf16be(latin))).toBe(latin);
  });

  it('reads a line that is not UTF-8 as Windows-1252, and only that line', async () => {
    const bytes = Buffer.concat([
      Buffer.from('Frühling\n'),
      Buffer.from([0x46, 0x72, 0xfc, 0x68, 0x0a]),
      Buffer.from([0x80, 0x92, 0x0a]),
      Buffer.from('été\n'),
    ]);
    expect(await decoded(bytes)).toBe('Frühling\nFrüh\n€’\nété\n');
  });

  it('keeps the rest of a UTF-8 line with a broken byte', async () => {
    expect(await decoded(Buffer.concat([Buffer.from('Frühling '), Buffer.from([0xff]), Buffer.from('\n')]))).toBe(
      'Frühling \ufffd\n',
    );
  });

  it('drops NUL characters', async () => {
    expect(await decoded(Buffer.from('Spr\0ing,1\n'))).toBe('Spring,1\n');
  });

  it('unpacks gzip, also of several members and with zeros behind them', async () => {
    const packed = Buffer.concat([gzipSync('a,b\n'), gzipSync('1,2\n'), Buffer.alloc(512)]);
    expect(await decoded(packed)).toBe('a,b\n1,2\n');
    expect(await decoded(packed, 7)).toBe('a,b\n1,2\n');
    expect(await decoded(gzipSync(Buffer.from(`\ufeff${text}`, 'utf16le')))).toBe(text);
  });

  it('gives everything a cut-off gzip file holds before it says that it is cut off', async () => {
    const lines = Array.from({ length: 50_000 }, (_, index) => `${index},${(index * 7919) % 10_007}\n`).join('');
    const packed = gzipSync(lines);
    const { given, fault } = await collectUntilFault(decodeFile(bytesOf(packed.subarray(0, packed.length - 2000))));
    const text = given.join('');
    expect(lines.startsWith(text)).toBe(true);
    expect(text.length).toBeGreaterThan(lines.length * 0.97);
    expect(fault).toMatchObject({ code: 'bad-gzip', params: { reason: 'unexpected end of file' } });
  });

  it('says that a gzip file is damaged', async () => {
    const packed = gzipSync('a,b\n1,2\n');
    packed.writeUInt32LE(1, packed.length - 8);
    const { given, fault } = await collectUntilFault(decodeFile(bytesOf(packed)));
    expect(given.join('')).toBe('a,b\n1,2\n');
    expect(fault).toMatchObject({ code: 'bad-gzip', params: { reason: 'incorrect data check' } });
  });

  it('refuses a file without bytes and a file in UTF-32', async () => {
    await expect(decoded(Buffer.alloc(0))).rejects.toMatchObject({ code: 'empty-file' });
    await expect(decoded(Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]))).rejects.toMatchObject({
      code: 'undecodable-file',
    });
    await expect(decoded(Buffer.alloc(0))).rejects.toBeInstanceOf(TallysheetError);
  });

  it('tells how many bytes of the packed file were read so far', async () => {
    const packed = gzipSync('a,b\n'.repeat(1000));
    const told: number[] = [];
    await collect(decodeFile(bytesOf(packed, 10), (n) => told.push(n)));
    expect(told).toEqual(told.map((_, index) => Math.min((index + 1) * 10, packed.length)));
    expect(told.at(-1)).toBe(packed.length);
  });

  it('closes the stream when its reader stops', async () => {
    let closed = false;
    async function* endless(): AsyncGenerator<Uint8Array> {
      try {
        for (;;) yield Buffer.from('1,2\n'.repeat(2000));
      } finally {
        closed = true;
      }
    }
    for await (const chunk of decodeFile(endless())) {
      if (chunk !== '') break;
    }
    expect(closed).toBe(true);
  });

  it('gives the same text however the bytes are cut', async () => {
    const encodings = fc.constantFrom(
      (text: string) => Buffer.from(text),
      (text: string) => Buffer.from(`\ufeff${text}`),
      (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le'),
      (text: string) => utf16be(`\ufeff${text}`),
      (text: string) => gzipSync(text),
    );
    const anyText = fc
      .array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('\n', '\r\n', '"', ',')), { minLength: 1 })
      .map(
        (parts) =>
          `x${parts
            .join('')
            .replaceAll('\0', '')
            .replace(/[\ud800-\udfff]/gu, '')}`,
      );
    await fc.assert(
      fc.asyncProperty(anyText, encodings, fc.integer({ min: 1, max: 9 }), async (text, encode, size) => {
        expect(await decoded(encode(text), size)).toBe(text);
      }),
    );
  });

  it('decodes any bytes without failing, however they are cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1 }), fc.integer({ min: 1, max: 9 }), async (bytes, size) => {
        fc.pre(!(bytes[0] === 0x1f && bytes[1] === 0x8b) && !(bytes[2] === 0 || bytes[2] === 0xfe));
        expect(await decoded(bytes, size)).toBe(await decoded(bytes));
      }),
    );
  });
});

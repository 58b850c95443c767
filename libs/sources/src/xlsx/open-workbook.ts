import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { badWorkbook } from './bad-workbook';

/** What a workbook may unpack to. Deflate makes a thousand bytes of one, so the packed size says nothing. */
const UNPACKED_LIMIT = 128 * 1024 * 1024;
/** A workbook of many sheets has some dozens. */
const ENTRY_LIMIT = 2000;

/** The files inside a workbook, unpacked as they are read and never beyond a limit. */
export class Workbook {
  private left = UNPACKED_LIMIT;

  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** Throws `bad-workbook` for what is no ZIP file, or unpacks to too much. */
  static async open(bytes: Uint8Array): Promise<Workbook> {
    try {
      const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
        lazyEntries: true,
      });
      if (zip.entryCount > ENTRY_LIMIT) throw badWorkbook('large');
      const entries = new Map<string, Entry>();
      for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
      return new Workbook(zip, entries);
    } catch (error) {
      throw badWorkbook('foreign', error);
    }
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** The bytes of a file inside. What its size claims does not matter: what comes out is counted. */
  async *read(name: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(name);
    if (!entry || entry.isEncrypted()) throw badWorkbook('foreign');
    if (entry.uncompressedSize > this.left) throw badWorkbook('large');
    try {
      const stream = await this.zip.openReadStreamPromise(entry);
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        this.left -= chunk.length;
        if (this.left < 0) throw badWorkbook('large');
        yield chunk;
      }
    } catch (error) {
      throw badWorkbook('damaged', error);
    }
  }
}

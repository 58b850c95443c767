import { SaxesParser } from 'saxes';
import { badWorkbook } from './bad-workbook';

/** What is told while XML is read; names come without their prefix, which every writer chooses as it likes. */
export interface XmlListener {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** A single text or tag is never longer, and elements are never deeper, in a workbook that an office program wrote. */
const TEXT_LIMIT = 1024 * 1024;
const DEPTH_LIMIT = 100;

/**
 * Reads XML piece by piece, tells what is in it, and gives after each piece what `take` says; others have their turn in
 * between. A document with a type of its own, which could define entities, is refused. Throws `bad-workbook`.
 */
export async function* readXml<T>(
  bytes: AsyncIterable<Uint8Array>,
  listener: XmlListener,
  take: () => T,
): AsyncGenerator<T> {
  const parser = new SaxesParser();
  let sinceTag = 0;
  let depth = 0;
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth > DEPTH_LIMIT) throw badWorkbook('damaged');
    const plain = Object.entries(attributes).map(([key, value]) => [withoutPrefix(key), value] as const);
    listener.open?.(withoutPrefix(name), Object.fromEntries(plain));
  });
  parser.on('text', (text) => listener.text?.(text));
  parser.on('cdata', (text) => listener.text?.(text));
  parser.on('closetag', ({ name }) => {
    depth--;
    sinceTag = 0;
    listener.close?.(withoutPrefix(name));
  });
  parser.on('doctype', () => {
    throw badWorkbook('damaged');
  });
  const decoder = new TextDecoder('utf-8');
  try {
    for await (const chunk of bytes) {
      sinceTag += chunk.length;
      if (sinceTag > TEXT_LIMIT) throw badWorkbook('large');
      parser.write(decoder.decode(chunk, { stream: true }));
      yield take();
    }
    parser.close();
  } catch (error) {
    throw badWorkbook('damaged', error);
  }
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

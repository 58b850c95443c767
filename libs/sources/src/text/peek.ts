export interface Peeked {
  /** The first bytes: at least as many as asked for, unless the file is shorter. */
  head: Buffer;
  /** The whole file, the head included. A fault met while peeking is thrown after the head was given. */
  bytes: AsyncIterable<Uint8Array>;
}

/** Looks at the first `size` bytes of a stream without losing them. */
export async function peek(bytes: AsyncIterable<Uint8Array>, size: number): Promise<Peeked> {
  const iterator = bytes[Symbol.asyncIterator]();
  const parts: Uint8Array[] = [];
  let length = 0;
  let fault: { error: unknown } | null = null;
  try {
    while (length < size) {
      const next = await iterator.next();
      if (next.done) break;
      parts.push(next.value);
      length += next.value.length;
    }
  } catch (error) {
    fault = { error };
  }
  const head = Buffer.concat(parts);

  async function* whole(): AsyncGenerator<Uint8Array> {
    try {
      if (head.length > 0) yield head;
      if (fault) throw fault.error;
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
    } finally {
      await iterator.return?.();
    }
  }
  return { head, bytes: whole() };
}

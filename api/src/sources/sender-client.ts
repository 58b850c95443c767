import { Injectable } from '@nestjs/common';
import { TallysheetError } from '@tallysheet/contract';

const TIMEOUT_MS = 5000;
const MAX_LENGTH = 64 * 1024;
const KEPT = 50;

/** Fetches what senders name in their calls: certificates and confirmations. The provider has checked the address. */
@Injectable()
export class SenderClient {
  private readonly texts = new Map<string, Promise<string>>();

  /** A text that stays the same, such as a certificate: fetched once. Throws `sender-unreachable`. */
  async text(url: URL): Promise<string> {
    const known = this.texts.get(url.href);
    if (known) return known;
    if (this.texts.size >= KEPT) this.texts.clear();
    const fetched = this.call(url);
    this.texts.set(url.href, fetched);
    // What failed is asked for again.
    fetched.catch(() => this.texts.delete(url.href));
    return fetched;
  }

  /** Follows no redirect: the address that was checked is the one that answers. Throws `sender-unreachable`. */
  async call(url: URL): Promise<string> {
    try {
      const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
      if (!response.ok || !response.body) throw new Error(`${url.host} answered ${response.status}`);
      return await startOf(response.body);
    } catch {
      throw new TallysheetError('sender-unreachable', { host: url.host });
    }
  }
}

/** As much of an answer as we ever want; the rest is not waited for. */
async function startOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body) {
    parts.push(part);
    length += part.length;
    if (length >= MAX_LENGTH) break;
  }
  return Buffer.concat(parts).toString('utf8', 0, MAX_LENGTH);
}

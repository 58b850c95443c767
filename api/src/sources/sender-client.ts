import { Injectable } from '@nestjs/common';

const TIMEOUT_MS = 5000;
const MAX_LENGTH = 64 * 1024;
const KEPT = 50;

/** Fetches what senders name in their calls: certificates and confirmations. The provider has checked the address. */
@Injectable()
export class SenderClient {
  private readonly texts = new Map<string, Promise<string>>();

  /** A text that stays the same, such as a certificate: fetched once. */
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

  /** Follows no redirect: the address that was checked is the one that answers. */
  async call(url: URL): Promise<string> {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (!response.ok) throw new Error(`${url.host} answered ${response.status}`);
    return (await response.text()).slice(0, MAX_LENGTH);
  }
}

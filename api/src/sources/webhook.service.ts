import { Injectable } from '@nestjs/common';
import { TallysheetError, type Ctx, type Language, type RejectCode, type WebhookResult } from '@tallysheet/contract';
import {
  documentOf,
  PROVIDERS,
  rawStart,
  Rejection,
  type EventRow,
  type Provider,
  type WebhookRequest,
} from '@tallysheet/sources';
import type { SourceKeyEntity } from '../database/entities/source-key.entity';
import { CallIntake } from '../ingest/call-intake';
import { RejectedLog } from '../ingest/rejected-log';
import { RefusedCalls } from './refused-calls';
import { SenderClient } from './sender-client';

/** So many refused calls of one key are kept; all are counted. */
const REFUSED_KEPT = 100;
/** So many calls are worked on at once; a sender that is told to come back later does. */
const AT_ONCE = 100;

export type WebhookCall = WebhookRequest & { language: Language };

/** Takes in what senders' webhooks bring. */
@Injectable()
export class WebhookService {
  /** How many calls are being worked on. */
  underWay = 0;
  /** How long the body of a call may take to come, since it has a place meanwhile. */
  bodyWithinMs = 30_000;

  constructor(
    private readonly calls: CallIntake,
    private readonly rejected: RejectedLog,
    private readonly refused: RefusedCalls,
    private readonly client: SenderClient,
  ) {}

  /**
   * Reads the call, proves it, reads its notices and ingests them; too many at once are not even read. Throws
   * `bad-signature`, `unreadable-body` (both kept in the log of rejected events, the first hundred of a key),
   * `body-too-slow` and `overloaded`.
   */
  async receive(key: SourceKeyEntity, readCall: (withinMs: number) => Promise<WebhookCall>): Promise<WebhookResult> {
    if (this.underWay >= AT_ONCE) throw new TallysheetError('overloaded');
    this.underWay += 1;
    try {
      return await this.work(key, await readCall(this.bodyWithinMs));
    } finally {
      this.underWay -= 1;
    }
  }

  private async work(key: SourceKeyEntity, call: WebhookCall): Promise<WebhookResult> {
    const ctx: Ctx = {
      workspaceId: key.workspaceId,
      actor: `webhook ${key.source}`,
      permissions: ['ingest'],
      language: call.language,
    };
    const provider = PROVIDERS[key.provider];
    const text = call.body.toString('utf8');
    // Called by GET, it is the address that tells.
    const told = text || (call.url.split('?')[1] ?? '');
    if (!(await this.isProven(provider, key, call))) {
      await this.refuse(ctx, key, told, 'bad-signature', '');
      throw new TallysheetError('bad-signature');
    }
    const document = await this.documentOf(ctx, provider, key, call, text);
    const confirmation = provider.confirmation?.(document);
    if (confirmation) await this.client.call(confirmation);
    const notices = provider.read(document, key.mapping, { receivedAt: Date.now(), url: call.url });
    const { accepted, duplicates, rejected } = await this.calls.take(ctx, fromOf(key), rowsOf(notices));
    return { accepted, duplicates, rejected };
  }

  /** By the secret in force or the one before it. An address without a secret proves itself. */
  private async isProven(provider: Provider, key: SourceKeyEntity, call: WebhookCall): Promise<boolean> {
    const secrets = [key.secret, key.previousSecret].filter((secret) => secret !== null);
    if (secrets.length === 0) return true;
    const tools = { now: Date.now(), fetchText: (url: URL) => this.client.text(url) };
    for (const secret of secrets) {
      for (const url of addressesOf(call)) if (await provider.verify({ ...call, url }, secret, tools)) return true;
    }
    return false;
  }

  private async documentOf(
    ctx: Ctx,
    provider: Provider,
    key: SourceKeyEntity,
    call: WebhookCall,
    text: string,
  ): Promise<unknown> {
    try {
      return documentOf(text, call.headers['content-type'] ?? '', provider);
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      await this.refuse(ctx, key, text, 'unreadable-body', error.detail);
      throw new TallysheetError('unreadable-body');
    }
  }

  private async refuse(ctx: Ctx, key: SourceKeyEntity, text: string, code: RejectCode, detail: string): Promise<void> {
    if (this.refused.count(key) >= REFUSED_KEPT) return;
    const row = { line: 1, code, field: null, detail, raw: rawStart(text) };
    await this.rejected.keep(ctx, fromOf(key), [row]);
  }
}

const fromOf = ({ source, provider }: SourceKeyEntity) => ({ source, format: provider });

/** A proxy may have taken https off: what the sender signed is one of these. */
function addressesOf({ url }: WebhookCall): string[] {
  return [...new Set([url, url.replace(/^http:/, 'https:')])];
}

async function* rowsOf(notices: ReturnType<Provider['read']>): AsyncGenerator<EventRow> {
  for (const [index, { raw, result }] of notices.entries()) {
    yield { line: index + 1, raw: rawStart(raw), result };
  }
}

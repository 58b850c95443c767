import type { ProviderId, SourceMapping } from '@tallysheet/contract';
import type { EventReading } from '../reading';

/** A webhook call as it came: header names in lower case, the body's very bytes (after gunzip), the full address. */
export interface WebhookRequest {
  method: string;
  url: string;
  headers: Readonly<Record<string, string | undefined>>;
  body: Buffer;
}

/** What a signature check needs from outside: the time, and a way to fetch a certificate (cached, injectable). */
export interface VerifyTools {
  now: number;
  fetchText: (url: URL) => Promise<string>;
}

/** One notice of a webhook body: its own part of the body as JSON, and what became of it. */
export interface NoticeRow {
  raw: string;
  result: EventReading;
}

/** What is known of a call beside its body: senders whose notices tell no time are dated by it. */
export interface Receipt {
  /** Milliseconds since 1970. */
  receivedAt: number;
  /** The full address that was called, whose query may name campaign and email. */
  url?: string;
}

/** A sender of webhooks: how its calls are proven, and what its notices mean. One file each. */
export interface Provider {
  id: ProviderId;
  /** Its customers may have it call by GET, with the notice in the query of the webhook's address. */
  callsByGet?: true;
  /**
   * Whether the call was made by the holder of `key`, the secret (or public key, user:password, topic …) that the
   * sender shows for this webhook. Compares in constant time. Never throws for what a stranger may send.
   */
  verify(request: WebhookRequest, key: string, tools: VerifyTools): Promise<boolean>;
  /**
   * The body as a document: JSON, or a form's fields as an object. Throws `Rejection('unreadable-body')` when it is
   * neither. Left out by those that send nothing but JSON.
   */
  document?(body: string, contentType: string): unknown;
  /**
   * Every notice in the document; several recipients in one notice are several rows. Never throws. Without a receipt
   * (a file of bodies, a repaired row) a notice that tells no time itself is rejected.
   */
  read(document: unknown, mapping: SourceMapping, receipt?: Receipt): NoticeRow[];
  /** The address that must be called to say yes to a new subscription, when this document asks for it. */
  confirmation?(document: unknown): URL | null;
}

import { createHash } from 'node:crypto';
import { MESSAGE_EVENT_KINDS, type CanonicalEvent, type ProviderId, type SourceMapping } from '@tallysheet/contract';
import { type EventReading, Rejection } from '../reading';
import { labelOf, type Labels } from './labels';

const ID_LIMIT = 128;
const NAME_LIMIT = 255;
/** The times whose year has four digits. */
const EARLIEST = Date.parse('0000-01-01T00:00:00Z');
const LATEST = Date.parse('9999-12-31T23:59:59.999Z');

/** What a sender's notice says of one recipient, before it is known which campaign and email it belongs to. */
export interface Notice {
  provider: ProviderId;
  kind: CanonicalEvent['kind'];
  channel: NonNullable<CanonicalEvent['channel']>;
  /** Milliseconds since 1970; null when it could not be read. `atText` is what stood there. */
  at: number | null;
  atText: string;
  /** The notice tells no time: `at` is that of receipt, which another try of the sender does not repeat. */
  datedByReceipt?: boolean;
  /** The sender's own id of this event; without one, a hash of what never changes between retries. */
  id?: string;
  address?: string;
  messageId?: string;
  labels: Labels;
  url?: string;
  reason?: NonNullable<CanonicalEvent['reason']>;
  userAgent?: string;
  ip?: string;
  deviceId?: string;
  bot?: boolean;
  test?: boolean;
}

/** The notice as a canonical event, its campaign and so on found by the source's mapping. */
export function noticeEvent(notice: Notice, mapping: SourceMapping): EventReading {
  const { kind, channel, at, atText, labels, reason } = notice;
  if (at === null || !(at >= EARLIEST && at <= LATEST)) {
    throw new Rejection('bad-date', 'timestamp', atText.slice(0, 200));
  }
  const address = notice.address?.trim().slice(0, 320);
  const personId = checkedId(labelOf(labels, mapping.person), 'person');
  if (!address && personId === undefined) throw new Rejection('missing-person', 'recipient', '');
  const event: CanonicalEvent = {
    id: notice.id?.trim() ? shortId(notice.id) : stableId(notice),
    kind,
    at: new Date(at).toISOString(),
    person: { ...(personId !== undefined && { id: personId }), ...(address && { address }) },
  };
  if (!(MESSAGE_EVENT_KINDS as readonly string[]).includes(kind)) return { kind: 'event', event };
  event.channel = channel;
  const campaign = named(labels, mapping.campaign, mapping.campaignName);
  if (campaign) event.campaign = campaign;
  const asset = named(labels, mapping.asset, mapping.assetName);
  if (asset) event.asset = asset;
  const program = checkedId(labelOf(labels, mapping.program), 'program');
  if (program !== undefined) event.program = { id: program };
  const run = checkedId(labelOf(labels, mapping.run), 'run');
  if (run !== undefined) event.run = { id: run };
  const variant = labelOf(labels, mapping.variant);
  if (variant !== undefined) event.variant = variant.slice(0, 128);
  if (notice.messageId) event.messageId = shortId(notice.messageId);
  if (notice.url !== undefined) event.link = { url: notice.url.slice(0, 8192) };
  if (reason) event.reason = { ...reason, ...(reason.text !== undefined && { text: reason.text.slice(0, 2000) }) };
  const agent = {
    ...(notice.userAgent && { userAgent: notice.userAgent.slice(0, 2000) }),
    ...(notice.ip && { ip: notice.ip.slice(0, 64) }),
    ...(notice.deviceId && { deviceId: notice.deviceId.slice(0, 128) }),
  };
  if (Object.keys(agent).length > 0) event.agent = agent;
  if (notice.bot !== undefined) event.bot = notice.bot;
  if (notice.test) event.test = true;
  if (notice.datedByReceipt) event.datedByReceipt = true;
  return { kind: 'event', event };
}

/** Senders without event ids repeat these fields word for word when they try again. */
function stableId({ provider, kind, at, datedByReceipt, address, messageId, url }: Notice): string {
  const moment = datedByReceipt ? null : at;
  return digest(JSON.stringify([provider, kind, moment, address?.toLowerCase(), messageId, url]));
}

/** An id that is too long keeps its identity as a hash of it. */
function shortId(id: string): string {
  const trimmed = id.trim();
  return trimmed.length <= ID_LIMIT ? trimmed : digest(trimmed);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 40);
}

function named(labels: Labels, ids: readonly string[], names: readonly string[]): CanonicalEvent['campaign'] {
  const id = checkedId(labelOf(labels, ids), 'campaign');
  if (id === undefined) return undefined;
  const name = labelOf(labels, names)?.slice(0, NAME_LIMIT);
  return name === undefined ? { id } : { id, name };
}

/** A cut id could be another's. */
function checkedId(id: string | undefined, field: string): string | undefined {
  if (id !== undefined && id.length > ID_LIMIT) throw new Rejection('invalid-field', field, id.slice(0, 200));
  return id;
}

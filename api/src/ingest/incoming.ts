import {
  EVENT_KINDS,
  FAILURE_TYPES,
  MESSAGE_EVENT_KINDS,
  type CanonicalEvent,
  type RejectCode,
} from '@tallysheet/contract';
import { deviceOf, linkKey, VERDICTS, type IpRanges } from '@tallysheet/counting';
import { hash16, hex, remembered } from '../database/hash';
import type { SqlValue } from '../database/store';
import { fieldsHash, idHash } from './event-hash';
import { judgementOf } from './judgement';

const DAY_MS = 86_400_000;
const EARLIEST = Date.UTC(1980, 0, 1);
const MESSAGE_KINDS: ReadonlySet<string> = new Set(MESSAGE_EVENT_KINDS);

/** One event on its way in: its identity, and its columns but for the keys that the store assigns. */
export interface Incoming {
  index: number;
  event: CanonicalEvent;
  /** Hex of the event's hash: its id within the source. */
  hash: string;
  personKey: string;
  personId: Buffer;
  /** Hex of `personId`. */
  person: string;
  at: number;
  /** The UTC day of `at`, since 1970. */
  day: number;
  isMessage: boolean;
  columns: Record<string, SqlValue>;
}

export interface Rejection {
  index: number;
  code: RejectCode;
  detail: string;
}

/** Reads a canonical event into its row, or says why it cannot be used (rules 1, 10 and 13). */
export function incoming(event: CanonicalEvent, index: number, now: number, ranges: IpRanges): Incoming | Rejection {
  const at = Date.parse(event.at);
  if (at < EARLIEST) return { index, code: 'date-too-early', detail: event.at };
  if (at > now + DAY_MS) return { index, code: 'date-in-future', detail: event.at };
  const personKey = event.person.id ?? event.person.address?.toLowerCase();
  if (personKey === undefined) return { index, code: 'missing-person', detail: '' };

  const hash = event.id === undefined ? fieldsHash(stableJson(event), at) : idHash(event.id);
  const personId = personIdOf(personKey);
  const day = Math.floor(at / DAY_MS);
  const isMessage = MESSAGE_KINDS.has(event.kind);
  const judged = event.kind === 'opened' || event.kind === 'clicked' ? judgementOf(event, ranges) : null;
  return {
    index,
    event,
    hash: hex(hash),
    personKey,
    personId,
    person: hex(personId),
    at,
    day,
    isMessage,
    columns: {
      day,
      event_hash: hash,
      kind: EVENT_KINDS.indexOf(event.kind),
      happened_at: at,
      received_at: now,
      person_id: personId,
      domain: domainOf(event),
      run: event.run?.id ?? null,
      message_id: event.messageId ?? null,
      variant: event.variant ?? null,
      link_id: event.link ? linkIdOf(event.link.url) : null,
      verdict: judged && VERDICTS.indexOf(judged.verdict),
      verdict_rule: judged && judged.rule,
      verdict_version: judged && judged.version,
      agent_id: event.agent?.userAgent ? agentIdOf(event.agent.userAgent) : null,
      device: judged && event.agent?.userAgent ? deviceOfAgent(event.agent.userAgent) : null,
      ip: event.agent?.ip ?? null,
      device_id: event.agent?.deviceId ?? null,
      reason_code: event.reason?.code ?? null,
      reason_text: event.reason?.text ?? null,
      failure_type: event.reason ? FAILURE_TYPES.indexOf(event.reason.failureType) : null,
      open_tracking: event.openTracking === undefined ? null : Number(event.openTracking),
      test: event.test ? 1 : 0,
      details: detailsOf(event),
    },
  };
}

/** Events of one person, link or program come close together; what is kept for long is dear to tidy away. */
const KEPT_IDS = 2000;

export const personIdOf = remembered((personKey) => hash16('person', personKey), KEPT_IDS);
/** The link that an address leads to, without what is personal in it. */
export const linkOf = remembered((url) => linkKey(url), KEPT_IDS);
export const linkIdOf = remembered((url) => hash16('link', linkOf(url)), KEPT_IDS);
export const agentIdOf = remembered((userAgent) => hash16('agent', userAgent), KEPT_IDS);

const deviceOfAgent = remembered((userAgent) => deviceOf(userAgent), KEPT_IDS);

const DOMAIN_LENGTH = 255;

/** The part of a mail address behind its last `@`; null where none is told, and for what cannot be one. */
function domainOf({ person, channel }: CanonicalEvent): string | null {
  if (channel === 'sms' || channel === 'push' || person.address === undefined) return null;
  const at = person.address.lastIndexOf('@');
  const domain = person.address.slice(at + 1).toLowerCase();
  return at < 0 || domain === '' || domain.length > DOMAIN_LENGTH ? null : domain;
}

/** What person events carry beyond the columns: kept whole, for the reports on people. */
function detailsOf(event: CanonicalEvent): string | null {
  const { mergedPersons, program, status } = event;
  if (!mergedPersons && !program && !status) return null;
  return JSON.stringify({ mergedPersons, program, status });
}

/** All fields of an event in one fixed order, so that the same event always gives the same text. */
function stableJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

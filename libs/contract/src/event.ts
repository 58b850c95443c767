import { z } from 'zod';
import type { RejectCode } from './errors';

export const CHANNELS = ['email', 'sms', 'push'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Kinds that happen to a message: they need a person, and count under a campaign and an asset. */
export const MESSAGE_EVENT_KINDS = [
  'targeted',
  'excluded',
  'sent',
  'delivered',
  'hardBounced',
  'softBounced',
  'deferred',
  'opened',
  'clicked',
  'optOutClicked',
  'mirrorViewed',
  'unsubscribed',
  'complained',
  'forwarded',
  'quarantined',
  'impression',
] as const;
export type MessageEventKind = (typeof MESSAGE_EVENT_KINDS)[number];

/** Kinds about a person only: they belong to no message. */
export const PERSON_EVENT_KINDS = ['personMerged', 'personDeleted', 'personCreated', 'programStatusChanged'] as const;
export type PersonEventKind = (typeof PERSON_EVENT_KINDS)[number];

export const EVENT_KINDS = [...MESSAGE_EVENT_KINDS, ...PERSON_EVENT_KINDS] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export const FAILURE_TYPES = ['hard', 'soft', 'ignored', 'undefined'] as const;
export type FailureType = (typeof FAILURE_TYPES)[number];

/** A number that JSON cannot carry whole could be another's: such ids are sent as text. */
const safeNumber = z.number().refine((value) => !Number.isInteger(value) || Number.isSafeInteger(value));
const id = z.union([z.string(), safeNumber]).transform(String).pipe(z.string().trim().min(1).max(128));
const named = z.object({ id, name: z.string().max(255).optional() });

/**
 * One thing that happened, as every sender's notice is read: the only shape that reaches the counting.
 * `at` is an ISO 8601 instant with a zone. CSV headers of the same fields are the dotted paths (`campaign.id`).
 */
export const canonicalEventSchema = z.object({
  id: id.optional(),
  kind: z.enum(EVENT_KINDS),
  at: z.iso.datetime({ offset: true }),
  channel: z.enum(CHANNELS).optional(),
  campaign: named.optional(),
  asset: named.optional(),
  person: z.object({ id: id.optional(), address: z.string().trim().min(1).max(320).optional() }),
  mergedPersons: z.array(id).max(10_000).optional(),
  program: named.optional(),
  status: z.object({ name: z.string().max(255), success: z.boolean().optional() }).optional(),
  run: z.object({ id }).optional(),
  messageId: id.optional(),
  openTracking: z.boolean().optional(),
  variant: z.string().max(128).optional(),
  link: z
    .object({
      url: z.string().max(8192),
      label: z.string().max(255).optional(),
      category: z.string().max(128).optional(),
    })
    .optional(),
  reason: z
    .object({ code: z.string().max(64), text: z.string().max(2000).optional(), failureType: z.enum(FAILURE_TYPES) })
    .optional(),
  agent: z
    .object({
      userAgent: z.string().max(2000).optional(),
      ip: z.string().max(64).optional(),
      deviceId: z.string().max(128).optional(),
    })
    .optional(),
  bot: z.boolean().optional(),
  test: z.boolean().optional(),
});
export type CanonicalEvent = z.infer<typeof canonicalEventSchema> & {
  /**
   * Set by sources whose notices tell no time: `at` is that of receipt, and another one with the same id is no conflict.
   * No part of the schema: nobody can send it.
   */
  datedByReceipt?: true;
};

/** What became of the events of one call. `rejected` lists the first thousand; `rejectedTotal` are all, and all are kept. */
export interface EventsResult {
  accepted: number;
  duplicates: number;
  rejected: { index: number; code: RejectCode; field: string | null; detail: string }[];
  rejectedTotal: number;
}

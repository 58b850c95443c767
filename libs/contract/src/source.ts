import { z } from 'zod';

/** The senders whose webhooks are understood: their part of the webhook's address, and a format of imports. */
export const PROVIDER_IDS = [
  'sendgrid',
  'mailgun',
  'ses',
  'postmark',
  'sparkpost',
  'mailjet',
  'brevo',
  'mandrill',
  'resend',
  'mailersend',
  'twilio',
  'vonage',
  'push',
] as const;
export type ProviderId = (typeof PROVIDER_IDS)[number];

/** The demo's own sender of events: what it sent is removed with the demo, so nobody else may use the name. */
export const DEMO_SOURCE = 'tallysheet-demo';

/** The name of a sender of events: letters, digits, dot, hyphen and underscore. */
export const sourceNameSchema = z
  .string()
  .regex(/^[\w.-]{1,64}$/)
  .refine((name) => name !== DEMO_SOURCE);

/** Senders that do not sign: a user and password, or a token, if anything. Their secret address may have to do. */
export const UNSIGNED_PROVIDERS = ['postmark', 'sparkpost', 'mailjet', 'brevo'] as const satisfies ProviderId[];

const labels = z.array(z.string().trim().min(1).max(128)).max(20);

/**
 * Where a sender's notices name campaign, email, person and so on: names of tags, metadata, custom arguments or
 * headers, the first that has a value counts. What names none lands under "Unassigned".
 */
export const sourceMappingSchema = z.object({
  campaign: labels.default([
    'campaign_id',
    'campaignId',
    'campaign',
    'smart_campaign_id',
    'smart_campaign',
    'category',
    'tag',
  ]),
  campaignName: labels.default(['campaign_name', 'campaignName']),
  asset: labels.default([
    'asset_id',
    'assetId',
    'asset',
    'email_id',
    'emailId',
    'template_id',
    'templateId',
    'template',
  ]),
  assetName: labels.default(['asset_name', 'assetName', 'email_name', 'template_name']),
  program: labels.default(['program_id', 'programId', 'program']),
  person: labels.default(['person_id', 'personId', 'lead_id', 'leadId', 'user_id', 'userId', 'contact_id']),
  run: labels.default(['run_id', 'runId', 'run']),
  variant: labels.default(['variant', 'ab_variant']),
});
export type SourceMapping = z.infer<typeof sourceMappingSchema>;
export const DEFAULT_MAPPING: SourceMapping = sourceMappingSchema.parse({});

const secret = z.string().trim().min(1).max(4000);

/** A new webhook address. `source` is the provider's name unless given; a sender that signs needs its `secret`. */
export const newSourceKeySchema = z.object({
  provider: z.enum(PROVIDER_IDS),
  source: sourceNameSchema.optional(),
  secret: secret.optional(),
  mapping: sourceMappingSchema.optional(),
});
export type NewSourceKey = z.infer<typeof newSourceKeySchema>;

export const sourceKeyPatchSchema = z.object({
  secret: secret.optional(),
  endPrevious: z.boolean().optional(),
  mapping: sourceMappingSchema.optional(),
});
export type SourceKeyPatch = z.infer<typeof sourceKeyPatchSchema>;

/** An address that one sender's webhook calls. Secrets are never shown again. */
export interface SourceKey {
  id: string;
  source: string;
  provider: ProviderId;
  /** The webhook's address on this server; null for those who may not change it, since some are their own key. */
  path: string | null;
  hasSecret: boolean;
  hasPreviousSecret: boolean;
  mapping: SourceMapping;
  /** Calls that were forged or unreadable. */
  refused: number;
  createdAt: string;
}

/** What came in within one hour, by the time of receipt. */
export interface SourceHour {
  at: string;
  accepted: number;
  duplicates: number;
  rejected: number;
}

/** How one source is doing; `hours` are those of the last 24 in which something came. */
export interface SourceState {
  name: string;
  keys: SourceKey[];
  accepted: number;
  duplicates: number;
  rejected: number;
  lastAt: string | null;
  hours: SourceHour[];
}

/** What became of the notices of one webhook call. */
export interface WebhookResult {
  accepted: number;
  duplicates: number;
  rejected: number;
}

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

import { z } from 'zod';

export const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];
export const WEEK_STARTS = ['monday', 'saturday', 'sunday'] as const;
export const REPEAT_SENDS = ['collapse', 'separate'] as const;
export const REPEAT_KEYS = ['run', 'messageId'] as const;
export const SOFT_BOUNCE = ['last-word', 'wins'] as const;

/** A mail domain, in lower case. */
const domain = z
  .string()
  .trim()
  .toLowerCase()
  .min(1)
  .max(255)
  .regex(/^[^\s@/]+$/);

/** Domains that are shown as another one, which is none of them itself. */
const aliases = z
  .record(domain, domain)
  .refine((all) => Object.keys(all).length <= 1000, { path: ['aliases'] })
  .refine((all) => Object.values(all).every((main) => !(main in all)), { path: ['aliases'] });

const parameter = z.string().trim().min(1).max(128);

export const settingsSchema = z.strictObject({
  workspaceName: z.string().trim().min(1).max(255),
  timeZone: z.string().min(1).max(64),
  weekStart: z.enum(WEEK_STARTS),
  language: z.enum(LANGUAGES),
  repeatSends: z.enum(REPEAT_SENDS),
  repeatKey: z.enum(REPEAT_KEYS),
  softBounce: z.enum(SOFT_BOUNCE),
  bots: z.strictObject({ proximitySeconds: z.number().int().min(0).max(3) }),
  /** Parameters that make no other link of one, beside those that never do. */
  links: z.strictObject({ personalParameters: z.array(parameter).max(200) }),
  /** Main domain by alias: `{"googlemail.com": "gmail.com"}`. */
  domains: z.strictObject({ aliases }),
});
export type Settings = z.infer<typeof settingsSchema>;
export const settingsPatchSchema = settingsSchema.partial();
export type SettingsPatch = z.infer<typeof settingsPatchSchema>;

/** `rebuilding` is true while a changed counting rule is being applied to what is already counted. */
export interface SettingsAnswer extends Settings {
  rebuilding: boolean;
}

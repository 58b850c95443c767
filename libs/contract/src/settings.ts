import { z } from 'zod';

export const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];
export const WEEK_STARTS = ['monday', 'saturday', 'sunday'] as const;
export const REPEAT_SENDS = ['collapse', 'separate'] as const;
export const REPEAT_KEYS = ['run', 'messageId'] as const;
export const SOFT_BOUNCE = ['last-word', 'wins'] as const;

export const settingsSchema = z.strictObject({
  workspaceName: z.string().trim().min(1).max(255),
  timeZone: z.string().min(1).max(64),
  weekStart: z.enum(WEEK_STARTS),
  language: z.enum(LANGUAGES),
  repeatSends: z.enum(REPEAT_SENDS),
  repeatKey: z.enum(REPEAT_KEYS),
  softBounce: z.enum(SOFT_BOUNCE),
  bots: z.strictObject({ proximitySeconds: z.number().int().min(0).max(3) }),
});
export type Settings = z.infer<typeof settingsSchema>;
export const settingsPatchSchema = settingsSchema.partial();
export type SettingsPatch = z.infer<typeof settingsPatchSchema>;

/** `rebuilding` is true while a changed counting rule is being applied to what is already counted. */
export interface SettingsAnswer extends Settings {
  rebuilding: boolean;
}

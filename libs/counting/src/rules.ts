import type { Settings } from '@tallysheet/contract';

/** The workspace's choices that change what is counted (rules 1, 3 and 7). */
export interface CountingRules {
  repeatSends: Settings['repeatSends'];
  repeatKey: Settings['repeatKey'];
  softBounce: Settings['softBounce'];
  proximitySeconds: number;
}

export const DEFAULT_RULES: CountingRules = {
  repeatSends: 'collapse',
  repeatKey: 'run',
  softBounce: 'last-word',
  proximitySeconds: 0,
};

/**
 * The part of a message's key that tells repeated sends of one asset by one campaign to one person apart (rule 1).
 * Empty when they collapse, and for an event that does not carry the chosen field.
 */
export function sendKey(event: { run: string | null; messageId: string | null }, rules: CountingRules): string {
  if (rules.repeatSends === 'collapse') return '';
  return event[rules.repeatKey] ?? '';
}

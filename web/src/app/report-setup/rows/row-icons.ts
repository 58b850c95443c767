import type { RowKind } from '@tallysheet/contract';
import type { IconName } from '../../core/icons';

/** What stands before the name of a row of each kind. */
export const ROW_ICONS: Record<RowKind, IconName> = {
  program: 'layers',
  campaignType: 'zap',
  campaign: 'megaphone',
  email: 'mail',
  sms: 'message',
  push: 'push',
  link: 'link',
  domain: 'domain',
  variant: 'split',
  run: 'send',
  attribute: 'tag',
  day: 'calendar',
  week: 'calendar-days',
  month: 'calendar-days',
  weekday: 'calendar',
  hour: 'clock',
};

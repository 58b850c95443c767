import type { ProviderId } from '@tallysheet/contract';
import { mailersend } from './mailersend';
import { mandrill } from './mandrill';
import type { Provider } from './provider';
import { push } from './push';
import { resend } from './resend';
import { sendgrid } from './sendgrid';
import { ses } from './ses';
import { twilio } from './twilio';
import { vonage } from './vonage';

/** All senders of webhooks that are understood. A new one is one more file and one more line here. */
export const PROVIDERS: Readonly<Partial<Record<ProviderId, Provider>>> = {
  sendgrid,
  ses,
  mandrill,
  resend,
  mailersend,
  twilio,
  vonage,
  push,
};

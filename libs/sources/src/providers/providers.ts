import type { ProviderId } from '@tallysheet/contract';
import { brevo } from './brevo';
import { mailersend } from './mailersend';
import { mailgun } from './mailgun';
import { mailjet } from './mailjet';
import { mandrill } from './mandrill';
import { postmark } from './postmark';
import type { Provider } from './provider';
import { push } from './push';
import { resend } from './resend';
import { sendgrid } from './sendgrid';
import { ses } from './ses';
import { sparkpost } from './sparkpost';
import { twilio } from './twilio';
import { vonage } from './vonage';

/** All senders of webhooks that are understood. A new one is one more file and one more line here. */
export const PROVIDERS: Readonly<Record<ProviderId, Provider>> = {
  sendgrid,
  mailgun,
  ses,
  postmark,
  sparkpost,
  mailjet,
  brevo,
  mandrill,
  resend,
  mailersend,
  twilio,
  vonage,
  push,
};

import { PROVIDER_IDS, type ProviderId } from '@tallysheet/contract';
import type { Messages } from '../../core/messages';

/** The senders' own names, which are the same in every language; `push` is described in words instead. */
const PROVIDER_NAMES: Record<Exclude<ProviderId, 'push'>, string> = {
  sendgrid: 'SendGrid',
  mailgun: 'Mailgun',
  ses: 'Amazon SES',
  postmark: 'Postmark',
  sparkpost: 'SparkPost',
  mailjet: 'Mailjet',
  brevo: 'Brevo',
  mandrill: 'Mandrill',
  resend: 'Resend',
  mailersend: 'MailerSend',
  twilio: 'Twilio',
  vonage: 'Vonage',
};

export function providerName(id: ProviderId, messages: Messages): string {
  return id === 'push' ? messages.t('data.sources.push') : PROVIDER_NAMES[id];
}

/** All senders, to choose one from. */
export function providerOptions(messages: Messages): { id: ProviderId; name: string }[] {
  return PROVIDER_IDS.map((id) => ({ id, name: providerName(id, messages) }));
}

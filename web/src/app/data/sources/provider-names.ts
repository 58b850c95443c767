import type { ProviderId } from '@tallysheet/contract';

/** The senders' own names, which are the same in every language; `push` is described in words instead. */
export const PROVIDER_NAMES: Record<Exclude<ProviderId, 'push'>, string> = {
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

import type { Metric } from './metric';

/** What a row is about. Empty on the total. */
export const aboutMetrics = [
  {
    id: 'subject',
    label: { en: 'Subject', fr: 'Objet' },
    help: { en: 'The subject line of the email.', fr: 'L’objet de l’e-mail.' },
    unit: 'text',
    rule: { kind: 'text', attribute: 'subject' },
  },
  {
    id: 'fromName',
    label: { en: 'Sender', fr: 'Expéditeur' },
    help: {
      en: 'The sender’s name as the recipient sees it.',
      fr: 'Le nom de l’expéditeur tel que le voit le destinataire.',
    },
    unit: 'text',
    rule: { kind: 'text', attribute: 'fromName' },
  },
  {
    id: 'programName',
    label: { en: 'Program', fr: 'Programme' },
    help: {
      en: 'The program that the campaign or email belongs to.',
      fr: 'Le programme auquel appartient la campagne ou l’e-mail.',
    },
    unit: 'text',
    rule: { kind: 'text', attribute: 'programName' },
  },
  {
    id: 'channel',
    label: { en: 'Channel', fr: 'Canal' },
    help: { en: 'Email, SMS or push.', fr: 'E-mail, SMS ou push.' },
    unit: 'text',
    rule: { kind: 'text', attribute: 'channel' },
  },
  {
    id: 'tags',
    label: { en: 'Tags', fr: 'Tags' },
    help: { en: 'The tags of the program.', fr: 'Les tags du programme.' },
    unit: 'text',
    rule: { kind: 'text', attribute: 'tags' },
  },
  {
    id: 'firstSentAt',
    label: { en: 'First sent', fr: 'Premier envoi' },
    help: {
      en: 'When the first of these messages was sent.',
      fr: 'Date d’envoi du premier de ces messages.',
    },
    unit: 'instant',
    rule: { kind: 'extreme', extreme: 'firstSentAt' },
  },
] as const satisfies readonly Metric[];

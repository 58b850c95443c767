import type { sources as en } from '../en/sources';

/** La page de ceux qui envoient d’eux-mêmes des événements. */
export const sources: Record<keyof typeof en, string> = {
  'data.tab.import': 'Import',
  'data.tab.sources': 'Sources',
  'data.copied': 'Copié',
  'data.not-copied': 'Le navigateur n’a pas permis la copie',
  'data.sources.intro':
    'Une source envoie d’elle-même des événements, par webhook ou par l’API. Chaque événement compte une fois, quel que soit le nombre d’envois.',
  'data.sources.new': 'Nouveau webhook',
  'data.sources.create': 'Créer le webhook',
  'data.sources.empty': 'Aucune source n’a encore rien envoyé',
  'data.sources.empty-hint':
    'Créez un webhook pour votre fournisseur d’e-mails, de SMS ou de push et saisissez-y son adresse, ou envoyez des événements à l’API. Tout ce qui arrive apparaît ici.',
  'data.sources.nothing-yet': 'Rien n’est encore arrivé',
  'data.sources.last': 'Dernier événement le {when}',
  'data.sources.hour': '{hour}\u00a0: {count}',
  'data.sources.last-day': '{count} événements ces dernières 24 heures',
  'data.sources.webhook-of': 'Webhook {provider}',
  'data.sources.push': 'Push (format propre)',
  'data.sources.signed': 'Signé',
  'data.sources.two-secrets': 'Signé, l’ancien et le nouveau secret sont acceptés',
  'data.sources.unsigned': 'Non signé\u00a0: gardez l’adresse secrète',
  'data.sources.refused': '{count, plural, one {# appel refusé} other {# appels refusés}}',
  'data.sources.change-secret': 'Nouveau secret',
  'data.sources.close': 'Fermer',
  'data.sources.close-heading': 'Fermer ce webhook\u00a0?',
  'data.sources.close-text':
    'Son adresse ne fonctionnera plus jamais. Ce qui est arrivé par elle reste dans vos rapports.',
  'data.sources.copy-address': 'Copier l’adresse',
  'data.sources.copy-command': 'Copier la commande',
  'data.sources.test': 'Envoyer un événement d’essai',
  'data.sources.test-hint':
    'Les événements d’essai sont enregistrés, et aucun rapport ne les compte. Un jeton se crée avec\u00a0: npm run tallysheet -- token create --scope ingest',
  'data.sources.send-test': 'L’envoyer d’ici',
  'data.sources.test-sent': 'L’événement d’essai de {source} est arrivé',
  'data.sources.provider': 'Fournisseur',
  'data.sources.secret': 'Secret',
  'data.sources.secret-missing': 'Sans lui, rien ne distingue les appels du fournisseur des faux.',
  'data.sources.secret-both': 'L’ancien reste accepté jusqu’au prochain changement.',
  'data.sources.name': 'Nom de la source',
  'data.sources.name-hint':
    'Facultatif. Les événements d’un même nom partagent leurs identifiants\u00a0: un nom par compte.',
  'data.sources.name-bad': 'Utilisez des lettres, chiffres, points, tirets et traits de soulignement.',
  'data.sources.secret.sendgrid': 'La clé de vérification que SendGrid affiche quand Signed Event Webhook est activé.',
  'data.sources.secret.mailgun': 'La clé de signature des webhooks HTTP de votre compte Mailgun.',
  'data.sources.secret.ses': 'L’ARN du sujet SNS qui publie les événements, tel que arn:aws:sns:eu-west-1:….',
  'data.sources.secret.postmark': 'Facultatif\u00a0: utilisateur:motdepasse, définis pour HTTP Basic dans Postmark.',
  'data.sources.secret.sparkpost': 'Facultatif\u00a0: utilisateur:motdepasse, définis pour Basic Auth dans SparkPost.',
  'data.sources.secret.mailjet':
    'Facultatif\u00a0: utilisateur:motdepasse, tels qu’ils figurent dans l’adresse donnée à Mailjet.',
  'data.sources.secret.brevo':
    'Facultatif\u00a0: le jeton, ou utilisateur:motdepasse, défini comme authentification dans Brevo.',
  'data.sources.secret.mandrill': 'La clé que Mandrill affiche pour ce webhook.',
  'data.sources.secret.resend': 'Le secret de signature que Resend affiche, commençant par whsec_.',
  'data.sources.secret.mailersend': 'Le secret de signature que MailerSend affiche pour ce webhook.',
  'data.sources.secret.twilio': 'Le jeton d’authentification (auth token) de votre compte Twilio.',
  'data.sources.secret.vonage': 'Le secret de signature de votre compte Vonage.',
  'data.sources.secret.push': 'Un long texte aléatoire avec lequel votre expéditeur de push signe également.',
};

import type { MailCopy } from '../mail/mail-copy';

const programId = 'demo-program-spring-launch';

/** The abandoned basket, and the last days of the spring offer. */
export const SPRING_FINISH: readonly MailCopy[] = [
  {
    id: 'demo-email-you-left-something',
    name: 'You left something',
    programId,
    language: 'en',
    subject: 'You left something in your basket',
    preheader: 'We have put it aside for 48 hours',
    palette: 'paper',
    tags: ['basket', 'english'],
    content: {
      layout: 'basket',
      headline: 'Your basket is still packed.',
      lead: 'We have put these aside for 48 hours. After that they go back on the shelf.',
      items: [
        { product: 'vidda', detail: 'Ochre, size M', quantity: 1 },
        { product: 'bekk', detail: 'Red, 39–42', quantity: 2 },
      ],
      totalLabel: 'Total, delivery included',
      call: ['Back to my basket', '/basket'],
      promises: ['Free returns within 60 days', 'Pay now, or in three parts', 'Repairs for life'],
      closing:
        'Something not right with the size or the payment? Answer this email: people read it, on weekdays from nine to six.',
    },
  },
  {
    id: 'demo-email-votre-panier-vous-attend',
    name: 'Votre panier vous attend',
    programId,
    language: 'fr',
    subject: 'Votre panier vous attend',
    preheader: 'Nous le gardons de côté pendant 48 heures',
    palette: 'paper',
    tags: ['basket', 'français'],
    pixel: true,
    content: {
      layout: 'basket',
      headline: 'Votre panier est resté ouvert.',
      lead: 'Nous gardons ces articles de côté pendant 48 heures. Ensuite, ils retournent en rayon.',
      items: [
        { product: 'lys', detail: 'Terre cuite, taille S', quantity: 1 },
        { product: 'elv', detail: 'Givre, taille S', quantity: 1 },
        { product: 'kilde', detail: 'Ardoise, 0,6\u00a0l', quantity: 1 },
      ],
      totalLabel: 'Total, livraison comprise',
      call: ['Retrouver mon panier', '/fr/panier'],
      promises: ['Retours gratuits sous 60 jours', 'Paiement en une ou trois fois', 'Réparations à vie'],
      closing:
        'Un doute sur la taille ou le paiement\u00a0? Répondez à cet e-mail\u00a0: quelqu’un vous lira, en semaine de 9\u00a0h à 18\u00a0h.',
    },
  },
  {
    id: 'demo-email-two-days-left',
    name: 'Two days left',
    programId,
    language: 'en',
    subject: 'Two days left: a fifth off the spring collection',
    preheader: 'Until tomorrow night, or until it is gone',
    palette: 'ember',
    tags: ['sale', 'english'],
    pixel: true,
    content: {
      layout: 'countdown',
      figures: [
        { value: '2', unit: 'days' },
        { value: '20%', unit: 'less' },
      ],
      headline: 'The season turns, the shelf empties',
      lead: 'What is left of spring costs a fifth less. Most sizes are still there this morning; by tomorrow they will not be.',
      call: ['See what is left', '/spring/last-chance'],
      offers: [
        { product: 'lys', now: 103 },
        { product: 'stien', now: 111 },
      ],
      note: 'Reductions apply to marked products until tomorrow midnight, Paris time, while stocks last.',
    },
  },
  {
    id: 'demo-email-ends-tonight',
    name: 'Ends tonight – EN',
    programId,
    language: 'en',
    subject: 'Ends tonight',
    preheader: 'The last hours of spring, at a fifth less',
    palette: 'ember',
    tags: ['sale', 'english'],
    photo: { file: 'last-light.jpg', alt: 'Last light over the ridge' },
    content: {
      layout: 'countdown',
      scene: { name: 'dusk', alt: 'A tent at dusk' },
      figures: [
        { value: '07', unit: 'hours' },
        { value: '00', unit: 'minutes' },
        { value: '00', unit: 'seconds' },
      ],
      headline: 'Ends tonight.',
      lead: 'Then we pack up spring and hang out summer. A fifth off what is still here, until midnight.',
      call: ['Last look around', '/spring/last-chance'],
      offers: [
        { product: 'leir', now: 263 },
        { product: 'tind', now: 87 },
      ],
      note: 'Until midnight, Paris time. No codes, no small print: the prices in the shop are the prices.',
    },
  },
  {
    id: 'demo-email-dernieres-heures',
    name: 'Dernières heures – FR',
    programId,
    language: 'fr',
    subject: 'Dernières heures\u00a0: 20\u00a0% sur la collection de printemps',
    preheader: 'Jusqu’à minuit, ou jusqu’à épuisement',
    palette: 'ember',
    tags: ['sale', 'français'],
    pixel: true,
    content: {
      layout: 'countdown',
      scene: { name: 'dusk', alt: 'Une tente au crépuscule' },
      figures: [
        { value: '13', unit: 'heures' },
        { value: '00', unit: 'minutes' },
      ],
      headline: 'Jusqu’à ce soir, minuit.',
      lead: 'Ensuite, nous rangeons le printemps et sortons l’été. Un cinquième de moins sur ce qu’il reste.',
      call: ['Faire un dernier tour', '/fr/printemps/derniere-chance'],
      offers: [
        { product: 'vidda', now: 95 },
        { product: 'hytte', now: 71 },
      ],
      note: 'Jusqu’à minuit, heure de Paris, dans la limite des stocks. Retours gratuits sous 60 jours.',
    },
  },
];

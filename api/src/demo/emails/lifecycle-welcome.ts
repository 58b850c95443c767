import type { MailCopy } from '../mail/mail-copy';

const programId = 'demo-program-customer-lifecycle';

/** The first letters to somebody new. */
export const LIFECYCLE_WELCOME: readonly MailCopy[] = [
  {
    id: 'demo-email-welcome-to-northfold',
    name: 'Welcome to Northfold',
    programId,
    language: 'en',
    subject: 'Welcome to Northfold',
    preheader: 'A small present, and three places to begin',
    fromName: 'Clara from Northfold',
    palette: 'spring',
    tags: ['welcome', 'english'],
    content: {
      layout: 'welcome',
      scene: 'lake',
      sceneAlt: 'A boat on a mountain lake',
      headline: 'Good to have you with us.',
      lead: 'We are forty people in a former saw mill, and we make things to be outside in. We write when there is something to say, about twice a month.',
      gift: 'A small present: 10% off your first order with the code HELLO10.',
      call: ['Have a look around', '/'],
      steps: [
        {
          title: 'Find your size once',
          text: 'Three measures, two minutes, and it fits ever after.',
          call: ['Size guide', '/size-guide'],
        },
        {
          title: 'See what lasts',
          text: 'What we repair, how, and what it costs: mostly nothing.',
          call: ['The repair bench', '/repairs'],
        },
        {
          title: 'Come by',
          text: 'Eleven shops, each with a kettle and a map table.',
          call: ['Shops near you', '/stores'],
        },
      ],
      closing: 'If anything is unclear, just answer. These emails come from a person, and go back to one.',
      signature: 'Clara and everybody at the mill',
    },
  },
  {
    id: 'demo-email-bienvenue-chez-northfold',
    name: 'Bienvenue chez Northfold',
    programId,
    language: 'fr',
    subject: 'Bienvenue chez Northfold',
    preheader: 'Un petit cadeau, et trois endroits par où commencer',
    fromName: 'Clara de Northfold',
    palette: 'spring',
    tags: ['welcome', 'français'],
    pixel: true,
    content: {
      layout: 'welcome',
      scene: 'spring',
      sceneAlt: 'Des collines vertes sous un soleil pâle',
      headline: 'Ravis de vous compter parmi nous.',
      lead: 'Nous sommes quarante dans une ancienne scierie, et nous fabriquons de quoi être dehors. Nous écrivons quand il y a quelque chose à dire, environ deux fois par mois.',
      gift: 'Un petit cadeau\u00a0: 10\u00a0% sur votre première commande avec le code BONJOUR10.',
      call: ['Faire le tour', '/fr'],
      steps: [
        {
          title: 'Votre taille, une fois pour toutes',
          text: 'Trois mesures, deux minutes, et tout tombe juste.',
          call: ['Guide des tailles', '/fr/tailles'],
        },
        {
          title: 'Ce qui dure',
          text: 'Ce que nous réparons, comment, et à quel prix\u00a0: souvent aucun.',
          call: ['L’atelier', '/fr/atelier'],
        },
        {
          title: 'Passez nous voir',
          text: 'Onze magasins, une bouilloire et une table à cartes dans chacun.',
          call: ['Près de chez vous', '/fr/magasins'],
        },
      ],
      closing: 'Une question\u00a0? Répondez simplement. Ces e-mails viennent de quelqu’un, et lui reviennent.',
      signature: 'Clara et toute la scierie',
    },
  },
  {
    id: 'demo-email-how-to-layer',
    name: 'How to layer',
    programId,
    language: 'en',
    subject: 'Three layers, and why you will never freeze again',
    preheader: 'The onion, explained by people who get cold easily',
    palette: 'snow',
    tags: ['welcome', 'guide', 'english'],
    content: {
      layout: 'guide',
      headline: 'Be an onion.',
      lead: 'There is no single jacket for everything, whatever anybody sells you. There are three layers, and the art of taking one off in time.',
      layers: [
        {
          label: 'Next to the skin',
          product: 'elv',
          text: 'Wool, thin. It moves sweat away and still smells of nothing on day three.',
          shade: '#E4EEF1',
        },
        {
          label: 'In between',
          product: 'lys',
          text: 'Down or fleece. It holds the warm air that you have made yourself.',
          shade: '#F6E6DE',
        },
        {
          label: 'Outside',
          product: 'fjell',
          text: 'A shell keeps wind and rain off. It need not be warm, that is what the others are for.',
          shade: '#E3ECE5',
        },
      ],
      call: ['Put your three together', '/layers'],
      closing: 'The rule of thumb: if you are comfortable when you set off, you are wearing one layer too many.',
    },
  },
];

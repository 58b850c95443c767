import type { MailCopy } from '../mail/mail-copy';

const programId = 'demo-program-trail-notes';

/** The newsletter in French. */
export const NOTES_DU_SENTIER: readonly MailCopy[] = [
  {
    id: 'demo-email-partir-leger',
    name: 'Notes du sentier – partir léger',
    programId,
    language: 'fr',
    subject: 'Notes du sentier\u00a0: ce que nous laissons à la maison',
    preheader: 'Quatre kilos pour quatre jours, une nuit au-dessus du brouillard, et une chaussette qui a vécu',
    fromName: 'Northfold, Notes du sentier',
    palette: 'paper',
    tags: ['newsletter', 'français'],
    content: {
      layout: 'newsletter',
      masthead: 'Notes du sentier',
      edition: 'Partir léger',
      main: {
        scene: 'autumn',
        sceneAlt: 'Des bois ambrés au pied des sommets',
        title: 'Quatre kilos, quatre jours',
        text: 'Hélène a traversé la Chartreuse avec un sac moins lourd qu’un chat. Elle a noté ce qu’elle a pris, ce qui lui a manqué, et la seule chose portée pour rien.',
        call: ['Lire sa liste', '/fr/histoires/quatre-kilos'],
      },
      stories: [
        {
          scene: 'dusk',
          sceneAlt: 'Une tente sur la crête, le soir',
          title: 'Une nuit au-dessus du brouillard',
          text: 'Quand la vallée se remplit, allez dormir au-dessus.',
          call: ['Où aller', '/fr/histoires/brouillard'],
        },
        {
          scene: 'lake',
          sceneAlt: 'Une voile sur le lac',
          title: 'L’eau, et comment s’y fier',
          text: 'Ce qu’un ruisseau clair ne dit pas, en cinq minutes.',
          call: ['Lire la suite', '/fr/histoires/eau'],
        },
      ],
      gearTitle: 'Une chose à emporter',
      gearText:
        'La chaussette Bekk ne paie pas de mine. Mais au troisième jour, c’est elle qui décide de votre humeur.',
      gear: 'bekk',
      closing:
        'Vous avez vu en chemin quelque chose que d’autres devraient savoir\u00a0? Répondez à cette lettre\u00a0: nous publions le meilleur.',
      signature: 'Lucie, qui tient ces notes',
    },
  },
  {
    id: 'demo-email-de-refuge-en-refuge',
    name: 'Notes du sentier – de refuge en refuge',
    programId,
    language: 'fr',
    subject: 'Notes du sentier\u00a0: de refuge en refuge',
    preheader: 'Six refuges qui valent la montée, et l’art de dormir parmi les ronfleurs',
    fromName: 'Northfold, Notes du sentier',
    palette: 'snow',
    tags: ['newsletter', 'français'],
    pixel: true,
    content: {
      layout: 'newsletter',
      masthead: 'Notes du sentier',
      edition: 'De refuge en refuge',
      main: {
        scene: 'hut',
        sceneAlt: 'Un refuge en bois dans la neige',
        title: 'Six refuges qui valent la montée',
        text: 'Ni les plus hauts, ni les plus connus. Six endroits où la soupe est bonne, la vue meilleure encore, et où l’on vous demandera d’où vous venez.',
        call: ['Voir les six', '/fr/histoires/six-refuges'],
      },
      stories: [
        {
          scene: 'thaw',
          sceneAlt: 'Un torrent au dégel',
          title: 'La journée d’une gardienne',
          text: 'Debout à quatre heures pour les cordées, couchée après la dernière belote. Nous avons suivi Élise.',
          call: ['Suivre Élise', '/fr/histoires/gardienne'],
        },
        {
          scene: 'sprout',
          sceneAlt: 'Les étoiles au-dessus des montagnes',
          title: 'Dormir à douze',
          text: 'Les bouchons d’oreilles ne sont qu’un début.',
          call: ['Lire, puis dormir', '/fr/histoires/dormir'],
        },
      ],
      gearTitle: 'Une chose à emporter',
      gearText: 'Les couvertures des refuges sont chaudes, et elles ont beaucoup vu. La nôtre ne connaîtra que vous.',
      gear: 'hytte',
      closing: 'Quel refuge avons-nous oublié\u00a0? Dites-le-nous\u00a0: nous irons voir, au nom du journalisme.',
      signature: 'Lucie, qui tient ces notes',
    },
  },
];

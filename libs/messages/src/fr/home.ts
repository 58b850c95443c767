import type { home as en } from '../en/home';

/** L’accueil et le premier démarrage. */
export const home: Record<keyof typeof en, string> = {
  'home.title': 'Accueil',
  'home.new-report': 'Nouveau rapport',
  'home.start': 'Ouvrir le rapport',
  'home.recent': 'Rapports récents',
  'home.recent-none': 'Les rapports enregistrés s’affichent ici.',
  'home.changed': 'Modifié le {when}',
  'home.whole-workspace': 'Tout l’espace de travail',
  'home.failed': 'L’accueil n’a pas pu être chargé.',
  'home.welcome': 'Bienvenue',
  'home.nothing-yet': 'Rien à compter pour l’instant',
  'home.nothing-yet-text':
    'Importez les événements d’envoi que vous avez déjà. Le premier rapport est prêt dès que la dernière ligne est lue.',
  'home.import': 'Importer un fichier',
  'home.import-text': 'Un export d’activités Marketo en CSV, même compressé, ou ses programmes et e-mails en JSON.',
  'home.import-action': 'Choisir un fichier',
  'home.demo': 'D’abord découvrir',
  'home.demo-text':
    'Un espace de démonstration\u00a0: 14 campagnes, 30 e-mails, un an d’événements. Supprimable à tout moment.',
  'home.demo-action': 'Charger la démonstration',
  'home.demo-loading': 'Chargement de la démonstration, environ 20 secondes',
  'home.demo-ready': 'La démonstration est chargée.',
  'home.created':
    'Espace de travail créé, {zone}, {weekStart, select, monday {la semaine commence le lundi} saturday {la semaine commence le samedi} other {la semaine commence le dimanche}}',
};

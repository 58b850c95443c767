import type { preview as en } from '../en/preview';

/** Un e-mail tel qu’il a été envoyé : à côté de la feuille et sur sa propre page. */
export const preview: Record<keyof typeof en, string> = {
  'preview.label': 'Aperçu de «\u00a0{name}\u00a0»',
  'preview.loading': 'Chargement de l’e-mail',
  'preview.previous': 'E-mail précédent',
  'preview.next': 'E-mail suivant',
  'preview.position': '{index} sur {count}',
  'preview.full-page': 'Ouvrir sur sa propre page',
  'preview.close': 'Fermer l’aperçu',
  'preview.subject': 'Objet',
  'preview.from': 'De',
  'preview.reply-to': 'Répondre à',
  'preview.preheader': 'Pré-en-tête',
  'preview.program': 'Programme',
  'preview.unknown': 'Non importé',
  'preview.figures': 'Chiffres de cet e-mail',
  'preview.view': 'Affichage de l’e-mail',
  'preview.view.desktop': 'Ordinateur',
  'preview.view.phone': 'Téléphone',
  'preview.view.text': 'Texte',
  'preview.document': 'Contenu de «\u00a0{name}\u00a0»',
  'preview.pictures-inside': 'Les images viennent de l’import. Rien n’est demandé à l’extérieur.',
  'preview.pictures-allow': 'Autoriser les images distantes',
  'preview.pictures-count':
    '{count, plural, one {# image est sur un autre serveur} other {# images sont sur d’autres serveurs}}',
  'preview.pictures-remote': 'Les images distantes sont affichées. Les pixels de suivi ne sont jamais demandés.',
  'preview.pictures-hide': 'Masquer les images distantes',
  'preview.no-content': 'Aucun contenu importé',
  'preview.no-content-text':
    'Les événements ne désignent cet e-mail que par son identifiant. Importer les ressources de l’expéditeur, en JSON\u00a0: l’objet, l’expéditeur et le contenu s’affichent alors ici.',
  'preview.no-content-sms':
    'Les événements ne désignent ce message que par son identifiant. Son texte n’a pas été importé.',
  'preview.no-content-action': 'Importer des ressources',
  'preview.failed': 'L’e-mail n’a pas pu être chargé.',
};

import type { accounts as en } from '../en/accounts';

/** La connexion. */
export const accounts: Record<keyof typeof en, string> = {
  'accounts.sign-in-title': 'Se connecter à Tallysheet',
  'accounts.sign-in-text': 'Avec le jeton d’accès de cette installation',
  'accounts.token': 'Jeton d’accès',
  'accounts.token-help': 'La personne qui gère cette installation le détient.',
  'accounts.token-missing': 'Saisir le jeton d’accès.',
  'accounts.token-wrong': 'Ce n’est pas le jeton d’accès.',
  'accounts.token-show': 'Afficher le jeton',
  'accounts.token-hide': 'Masquer le jeton',
  'accounts.sign-in': 'Se connecter',
};

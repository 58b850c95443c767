import type { programs as en } from '../en/programs';

/** Ce que l’on saisit sur un programme lui-même. */
export const programs: Record<keyof typeof en, string> = {
  'program.figures': 'Coûts et succès…',
  'program.figures.heading': 'Coûts et succès de {name}',
  'program.figures.costs': 'Coûts par mois',
  'program.figures.costs-hint':
    'Un rapport compte le coût d’un mois si sa période contient le premier jour de ce mois.',
  'program.figures.month': 'Mois',
  'program.figures.amount': 'Montant',
  'program.figures.add': 'Ajouter un mois',
  'program.figures.remove': 'Retirer {month}',
  'program.figures.total': 'Total {total}',
  'program.figures.success': 'Statuts qui sont un succès',
  'program.figures.success-hint':
    'Des noms, séparés par des virgules. Sans aucun, chaque événement dit lui-même s’il en est un.',
  'program.figures.known': 'Jusqu’ici, il y a eu : {statuses}.',
  'program.figures.fault.month': 'Un mois, comme 2026-03',
  'program.figures.fault.twice': 'Ce mois y figure déjà',
  'program.figures.fault.amount': 'Un montant, comme 1200,50',
  'program.figures.saved': 'Coûts et succès de « {name} » enregistrés',
};

import { shell } from './shell';
import { home } from './home';
import { settings } from './settings';
import { sheet } from './sheet';
import { setup } from './setup';
import { preview } from './preview';
import { data } from './data';
import { errors } from './errors';
import { sheetNotes } from './sheet-notes';
import { exports } from './export';
import { accounts } from './accounts';
import { sources } from './sources';
import { links } from './links';
import { people } from './people';
import { programs } from './programs';
import { reconcile } from './reconcile';
import { smartList } from './smart-list';

/** Every text in English: the keys of all other languages. */
export const en = {
  ...shell,
  ...home,
  ...settings,
  ...sheet,
  ...setup,
  ...preview,
  ...data,
  ...errors,
  ...sheetNotes,
  ...exports,
  ...accounts,
  ...sources,
  ...links,
  ...people,
  ...programs,
  ...reconcile,
  ...smartList,
} as const;

import { autumnLaunch } from './autumn-launch';
import type { ProgramPlan } from './campaign-plan';
import { customerLifecycle } from './customer-lifecycle';
import { newsletters } from './newsletters';
import { springLaunch } from './spring-launch';

export const PROGRAMS: readonly ProgramPlan[] = [customerLifecycle, autumnLaunch, springLaunch, newsletters];

export interface FolderPlan {
  id: string;
  /** `{year}` is the year of the last day. */
  name: string;
}

export const FOLDERS: readonly FolderPlan[] = [
  { id: 'demo-folder-always-on', name: 'Always on' },
  { id: 'demo-folder-launches', name: '{year} launches' },
  { id: 'demo-folder-newsletters', name: 'Newsletters' },
];

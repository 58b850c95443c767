import type { MailCopy } from '../mail/mail-copy';
import { AUTUMN_LAUNCH } from './autumn-launch';
import { LIFECYCLE_SERVICE } from './lifecycle-service';
import { LIFECYCLE_WELCOME } from './lifecycle-welcome';
import { NOTES_DU_SENTIER } from './notes-du-sentier';
import { SPRING_FINISH } from './spring-finish';
import { SPRING_LAUNCH_DAY } from './spring-launch-day';
import { SPRING_PRELUDE } from './spring-prelude';
import { TRAIL_NOTES } from './trail-notes';

/** The words of all the demo's emails. */
export const EMAILS: readonly MailCopy[] = [
  ...LIFECYCLE_WELCOME,
  ...LIFECYCLE_SERVICE,
  ...AUTUMN_LAUNCH,
  ...SPRING_PRELUDE,
  ...SPRING_LAUNCH_DAY,
  ...SPRING_FINISH,
  ...TRAIL_NOTES,
  ...NOTES_DU_SENTIER,
];

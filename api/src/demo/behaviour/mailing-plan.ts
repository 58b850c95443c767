import { DAYS } from '../calendar';
import type { ProgramPlan } from '../plan/campaign-plan';
import { batchDay, batchMailings, recurringDays, recurringMailings, testMailings } from './batch-mailings';
import type { Mailing, Outbox } from './mailing';
import { triggerPlanner } from './trigger-mailings';

/** What goes out on each day of the year. A day's mailings are planned when they are asked for, not before. */
export class MailingPlan {
  private readonly byDay: (() => Generator<Mailing>)[][] = Array.from({ length: DAYS }, () => []);

  constructor(programs: readonly ProgramPlan[], outbox: Outbox) {
    for (const campaign of programs.flatMap((program) => program.campaigns)) {
      for (const send of campaign.sends) {
        if (send.kind === 'batch') {
          const day = batchDay(send, outbox);
          this.byDay[day - 1]?.push(() => testMailings(campaign, send, day - 1, outbox));
          this.byDay[day]?.push(() => batchMailings(campaign, send, day, outbox));
        } else if (send.kind === 'recurring') {
          for (const day of recurringDays(send)) {
            this.byDay[day]?.push(() => recurringMailings(campaign, send, day, outbox));
          }
        } else {
          const plan = triggerPlanner(campaign, send, outbox);
          this.byDay.forEach((jobs, day) => jobs.push(() => plan(day)));
        }
      }
    }
  }

  *on(day: number): Generator<Mailing> {
    for (const job of this.byDay[day] ?? []) yield* job();
  }
}

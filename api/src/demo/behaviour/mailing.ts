import type { Calendar } from '../calendar';
import type { DemoPerson } from '../people/population';
import type { CampaignPlan, Send } from '../plan/campaign-plan';
import type { Random } from '../random';
import type { Ledger, QuitReason } from './ledger';

/** One email about to go to one person, or held back because the person must not be written to. */
export interface Mailing {
  campaign: CampaignPlan;
  send: Send;
  person: DemoPerson;
  at: number;
  run?: string;
  variant?: { name: string; lift: number };
  test?: boolean;
  excluded?: QuitReason;
}

/** What every planner of mailings works with. */
export interface Outbox {
  calendar: Calendar;
  /** In the order in which they became known. */
  people: readonly DemoPerson[];
  testers: readonly DemoPerson[];
  ledger: Ledger;
  random: Random;
}

/** Known by then, and neither deleted nor merged into somebody else. */
export function isThere(person: DemoPerson, at: number): boolean {
  return person.createdAt < at && person.goneAt > at;
}

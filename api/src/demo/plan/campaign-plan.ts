import type { MailLanguage } from '../people/regions';

/** What the people who get an email do with it, as shares of those it reached (click to open: of those who opened). */
export interface Response {
  open: number;
  clickToOpen: number;
  unsubscribe: number;
  /** Half of those who open do so within this many hours. */
  medianHours: number;
}

export interface Audience {
  language: MailLanguage | 'any';
  size: number;
  /** Only people who usually open. */
  keen?: boolean;
}

/** Two ways to write the same email, tried on half of the audience each; `lift` multiplies its opens. */
export interface Variant {
  name: string;
  lift: number;
}

/** An email sent to many at once, on one day at one hour of Europe/Paris. */
export interface BatchSend {
  kind: 'batch';
  email: string;
  /** How many days before the last day; a weekend day moves to the Friday before it unless `exactDay`. */
  daysBefore: number;
  exactDay?: boolean;
  at: number;
  minutes: number;
  audience: Audience;
  response: Response;
  variants?: readonly Variant[];
  /** Share of messages that providers hold back for hours, because much is sent at once. */
  heldBack?: number;
}

/** The same email sent again and again to those who asked for it: the share of people who did. */
export interface RecurringSend {
  kind: 'recurring';
  email: string;
  everyDays: number;
  times: number;
  lastDaysBefore: number;
  at: number;
  language: MailLanguage;
  share: number;
  response: Response;
}

/** Why a trigger campaign writes to somebody. */
export type Cause =
  | { because: 'signedUp'; share: number; language: MailLanguage }
  | { because: 'earlierEmail'; email: string; daysLater: number; share: number }
  | {
      because: 'visit';
      language: MailLanguage | 'any';
      total: number;
      growth: number;
      fromDaysBefore: number;
      again: number;
    };

export interface TriggerSend {
  kind: 'trigger';
  email: string;
  cause: Cause;
  response: Response;
}

export type Send = BatchSend | RecurringSend | TriggerSend;

/** A person's status in the program after a click, for some of them. */
export interface Success {
  status: string;
  chance: number;
}

export interface CampaignPlan {
  id: string;
  name: string;
  programId: string;
  tags: readonly string[];
  sends: readonly Send[];
  success?: Success;
}

export interface ProgramPlan {
  id: string;
  name: string;
  folderId: string;
  tags: readonly string[];
  campaigns: readonly CampaignPlan[];
}

/** A campaign is a trigger campaign if a person's own doing starts it. */
export function campaignType(plan: CampaignPlan): 'batch' | 'trigger' {
  return plan.sends.some((send) => send.kind === 'trigger') ? 'trigger' : 'batch';
}

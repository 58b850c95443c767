import type { CanonicalEvent, TimeFrame } from '@tallysheet/contract';
import { demoYear, type DemoEmail } from './behaviour/demo-year';
import { Calendar } from './calendar';
import { EMAILS } from './emails/emails';
import type { MailCopy } from './mail/mail-copy';
import { type RenderedMail, renderMail } from './mail/render-mail';
import { campaignType, type ProgramPlan } from './plan/campaign-plan';
import { FOLDERS, PROGRAMS } from './plan/programs';
import { Random } from './random';

/** A folder, program, smart campaign or email of the demo. Every id starts with `demo-`. */
export interface DemoAsset {
  kind: 'folder' | 'program' | 'campaign' | 'email';
  id: string;
  name: string;
  parent: { kind: 'folder' | 'program'; id: string } | null;
  campaignType?: 'batch' | 'trigger';
  channel?: 'email';
  tags?: string[];
  subject?: string;
  fromName?: string;
  fromEmail?: string;
  replyTo?: string;
  preheader?: string;
  html?: string;
  text?: string;
  openTracking?: boolean;
}

/** A report that the demo has saved in one of its programs. */
export interface DemoReport {
  name: string;
  programId: string;
  reportType: 'campaign-email-performance';
  timeFrame: TimeFrame;
}

/** A year of a shop's mailings, to try Tallysheet with. `events` tells it from the start each time it is called. */
export interface DemoWorkspace {
  name: string;
  timeZone: 'Europe/Paris';
  assets: DemoAsset[];
  reports: DemoReport[];
  events: () => Generator<CanonicalEvent>;
}

/**
 * The demo workspace of the year that ends with `lastDay` (a calendar day, UTC). The same seed and day
 * always give the same workspace, to the byte.
 */
export function demoWorkspace(options: { seed: number; lastDay: string }): DemoWorkspace {
  const calendar = new Calendar(options.lastDay);
  const mails = EMAILS.map((copy) => ({ copy, mail: renderMail(copy) }));
  const emails = new Map<string, DemoEmail>(
    mails.map(({ copy, mail }) => [copy.id, { name: copy.name, links: mail.links }]),
  );
  return {
    name: 'Northfold',
    timeZone: 'Europe/Paris',
    assets: [
      ...FOLDERS.map((folder) => folderAsset(folder.id, folder.name.replace('{year}', String(calendar.year)))),
      ...PROGRAMS.map(programAsset),
      ...PROGRAMS.flatMap(campaignAssets),
      ...mails.map(({ copy, mail }) => emailAsset(copy, mail)),
    ],
    reports: [
      report('Spring launch – email performance', 'demo-program-spring-launch', { preset: 'last-90-days' }),
      report('Newsletter health', 'demo-program-trail-notes', { preset: 'this-year' }),
    ],
    events: () => demoYear(PROGRAMS, emails, calendar, new Random(options.seed).fork('northfold')),
  };
}

function folderAsset(id: string, name: string): DemoAsset {
  return { kind: 'folder', id, name, parent: null };
}

function programAsset(program: ProgramPlan): DemoAsset {
  const parent = { kind: 'folder' as const, id: program.folderId };
  return { kind: 'program', id: program.id, name: program.name, parent, tags: [...program.tags] };
}

function campaignAssets(program: ProgramPlan): DemoAsset[] {
  return program.campaigns.map((plan) => ({
    kind: 'campaign',
    id: plan.id,
    name: plan.name,
    parent: { kind: 'program', id: program.id },
    campaignType: campaignType(plan),
    tags: [...plan.tags],
  }));
}

function emailAsset(copy: MailCopy, { html, text }: RenderedMail): DemoAsset {
  return {
    kind: 'email',
    id: copy.id,
    name: copy.name,
    parent: { kind: 'program', id: copy.programId },
    channel: 'email',
    tags: [...copy.tags],
    subject: copy.subject,
    fromName: copy.fromName ?? 'Northfold',
    fromEmail: copy.language === 'fr' ? 'bonjour@northfold.example' : 'hello@northfold.example',
    replyTo: copy.language === 'fr' ? 'equipe@northfold.example' : 'team@northfold.example',
    preheader: copy.preheader,
    html,
    text,
    openTracking: true,
  };
}

function report(name: string, programId: string, timeFrame: TimeFrame): DemoReport {
  return { name, programId, reportType: 'campaign-email-performance', timeFrame };
}

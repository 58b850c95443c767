import type { MailLanguage } from '../people/regions';
import type { BasketContent } from './layouts/basket';
import type { BrowseContent } from './layouts/browse';
import type { CodeContent } from './layouts/code';
import type { CountdownContent } from './layouts/countdown';
import type { DigestContent } from './layouts/digest';
import type { GuideContent } from './layouts/guide';
import type { InvitationContent } from './layouts/invitation';
import type { LaunchContent } from './layouts/launch';
import type { NewsletterContent } from './layouts/newsletter';
import type { ReceiptContent } from './layouts/receipt';
import type { RestockContent } from './layouts/restock';
import type { SurveyContent } from './layouts/survey';
import type { TeaserContent } from './layouts/teaser';
import type { WelcomeContent } from './layouts/welcome';
import type { PaletteName } from './palette';

export type MailContent =
  | BasketContent
  | BrowseContent
  | CodeContent
  | CountdownContent
  | DigestContent
  | GuideContent
  | InvitationContent
  | LaunchContent
  | NewsletterContent
  | ReceiptContent
  | RestockContent
  | SurveyContent
  | TeaserContent
  | WelcomeContent;

/** What is written in one email. How it looks is the business of its layout and palette. */
export interface MailCopy {
  id: string;
  name: string;
  programId: string;
  language: MailLanguage;
  subject: string;
  preheader: string;
  fromName?: string;
  palette: PaletteName;
  tags: readonly string[];
  /** Counts opens with a picture on a server, as most senders do. */
  pixel?: boolean;
  /** A photograph that stands on a server, not in the email. */
  photo?: { file: string; alt: string };
  content: MailContent;
}

/** Words on a link, and the page of the shop that it leads to. */
export type Call = readonly [label: string, path: string];

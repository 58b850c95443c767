import type { Channel } from './event';

/** An email, SMS or push as it is shown beside the sheet. `hasContent` is false when no HTML or text was imported. */
export interface Asset {
  id: string;
  name: string;
  channel: Channel;
  programId: string | null;
  programName: string | null;
  subject: string | null;
  fromName: string | null;
  fromEmail: string | null;
  replyTo: string | null;
  preheader: string | null;
  text: string | null;
  hasHtml: boolean;
  hasContent: boolean;
  openTracking: boolean;
  remotePictures: number;
}

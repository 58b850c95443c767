import type { CanonicalEvent, MessageEventKind } from '@tallysheet/contract';
import type { DemoPerson } from '../people/population';

/** What all events of one sending of an email to one person have in common. */
export interface MessageFrame {
  campaign: { id: string; name: string };
  asset: { id: string; name: string };
  person: DemoPerson;
  messageId: string;
  run?: string;
  variant?: string;
  test?: boolean;
}

type Details = Pick<CanonicalEvent, 'link' | 'reason' | 'agent' | 'bot' | 'status' | 'program'>;

/** Collects what happens to one message, and leaves out what has not happened yet when the demo's year ends. */
export class MessageStory {
  readonly events: CanonicalEvent[] = [];
  private readonly shared: Omit<CanonicalEvent, 'id' | 'kind' | 'at'>;
  private readonly until: number;

  constructor(
    readonly frame: MessageFrame,
    end: number,
  ) {
    const { person, campaign, asset, messageId, run, test } = frame;
    this.until = Math.min(end, person.goneAt);
    this.shared = {
      channel: 'email',
      campaign,
      asset,
      person: { id: person.id, address: person.address },
      messageId,
      ...(run === undefined ? {} : { run: { id: run } }),
      ...(test ? { test } : {}),
    };
  }

  get person(): DemoPerson {
    return this.frame.person;
  }

  /** Tells one event; false if it lies beyond the end, and so never came to be known. */
  tell(kind: MessageEventKind, at: number, details: Details & { variant?: string } = {}): boolean {
    if (at >= this.until) return false;
    const id = `${this.frame.messageId}.${this.events.length}`;
    this.events.push({ id, kind, at: new Date(at).toISOString(), ...this.shared, ...details });
    return true;
  }

  /** Tells that the person got on in a program, which belongs to no message. */
  tellStatus(program: { id: string; name: string }, status: string, at: number): void {
    if (at >= this.until) return;
    this.events.push({
      id: `${this.frame.messageId}.${this.events.length}`,
      kind: 'programStatusChanged',
      at: new Date(at).toISOString(),
      person: { id: this.person.id, address: this.person.address },
      program,
      status: { name: status, success: true },
    });
  }
}

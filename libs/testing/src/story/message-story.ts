import type { CanonicalEvent, MessageEventKind } from '@tallysheet/contract';
import { utc } from './moments';

/** Whose message a story is about. Emails and campaigns are an id alone, or `id: name`. */
export interface MessageOf {
  person?: string;
  email?: string;
  campaign?: string;
  run?: string;
  messageId?: string;
}

type Rest = Omit<Partial<CanonicalEvent>, 'kind' | 'at'>;

let told = 0;

/** Starts the story of one message: to Ada, the email `1670`, by the campaign `8497`, unless told. */
export function aMessage(of: MessageOf = {}): MessageStory {
  return new MessageStory(of);
}

/** What happened to one message, told line by line: `aMessage({ person: '7' }).sent('2024-03-01 09:00').events`. */
export class MessageStory {
  readonly events: CanonicalEvent[] = [];

  constructor(private readonly of: MessageOf) {}

  targeted(at: string, rest?: Rest): this {
    return this.happened('targeted', at, rest);
  }

  sent(at: string, rest?: Rest): this {
    return this.happened('sent', at, rest);
  }

  delivered(at: string, rest?: Rest): this {
    return this.happened('delivered', at, rest);
  }

  hardBounced(at: string, rest?: Rest): this {
    return this.happened('hardBounced', at, rest);
  }

  softBounced(at: string, rest?: Rest): this {
    return this.happened('softBounced', at, rest);
  }

  opened(at: string, rest?: Rest): this {
    return this.happened('opened', at, rest);
  }

  clicked(at: string, url: string, rest?: Rest): this {
    return this.happened('clicked', at, { link: { url }, ...rest });
  }

  unsubscribed(at: string, rest?: Rest): this {
    return this.happened('unsubscribed', at, rest);
  }

  complained(at: string, rest?: Rest): this {
    return this.happened('complained', at, rest);
  }

  forwarded(at: string, rest?: Rest): this {
    return this.happened('forwarded', at, rest);
  }

  private happened(kind: MessageEventKind, at: string, rest: Rest = {}): this {
    const { person = '7', email = '1670: Invite', campaign = '8497: Spring', run, messageId } = this.of;
    this.events.push({
      id: `story-${++told}`,
      kind,
      at: at.includes('T') ? at : utc(at),
      channel: 'email',
      person: { id: person },
      asset: named(email),
      campaign: named(campaign),
      ...(run === undefined ? {} : { run: { id: run } }),
      ...(messageId === undefined ? {} : { messageId }),
      ...rest,
    });
    return this;
  }
}

/** The events of several stories, in the order of the telling. */
export function eventsOf(...stories: readonly MessageStory[]): CanonicalEvent[] {
  return stories.flatMap((story) => story.events);
}

function named(text: string): { id: string; name?: string } {
  const [id = '', name] = text.split(': ');
  return name === undefined ? { id } : { id, name };
}

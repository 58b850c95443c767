import type { CanonicalEvent, EventsResult } from '@tallysheet/contract';
import type { ServedApi } from './served-api';

const CONNECTIONS = 4;
const MOST_TRIES = 100;

/** An answer that was not 200. */
export interface Refusal {
  status: number;
  retryAfter: string | null;
  body: string;
}

/** Sends batches over several connections at once, each again and again until it is answered with 200. */
export class StubbornSender {
  readonly answers: { sent: number; result: EventsResult }[] = [];
  readonly refusals: Refusal[] = [];
  /** Calls that had no answer at all. */
  lost = 0;
  /** Calls begun so far. */
  calls = 0;
  isDone = false;

  constructor(
    private readonly servers: readonly ServedApi[],
    /** Resolves when a call has a chance again. */
    private readonly mayTryAgain: () => Promise<void>,
  ) {}

  async send(batches: readonly (readonly CanonicalEvent[])[]): Promise<void> {
    const queue = [...batches.entries()];
    const connection = async () => {
      for (let next = queue.shift(); next; next = queue.shift()) await this.sendUntilTaken(...next);
    };
    try {
      await Promise.all(Array.from({ length: CONNECTIONS }, connection));
    } finally {
      this.isDone = true;
    }
  }

  /** A repetition goes to the other server, as behind a balancer; one that is down is waited for. */
  private async sendUntilTaken(place: number, batch: readonly CanonicalEvent[]): Promise<void> {
    const isList = place % 3 === 0;
    const body = isList ? JSON.stringify(batch) : batch.map((event) => JSON.stringify(event)).join('\n');
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const server = this.servers[(place + tries) % this.servers.length]!;
      const address = await server.url;
      // The first repetition comes too early on purpose: new connections are refused as well then.
      if (tries > 1) await this.mayTryAgain();
      this.calls += 1;
      if (await this.isTaken(`${address}/api/events`, body, batch.length)) return;
    }
    throw new Error(`Batch ${place} was not taken in ${MOST_TRIES} tries: ${JSON.stringify(this.refusals.at(-1))}`);
  }

  private async isTaken(address: string, body: string, sent: number): Promise<boolean> {
    let status = 0;
    let retryAfter: string | null = null;
    let text: string;
    try {
      const answer = await fetch(address, { method: 'POST', body });
      ({ status } = answer);
      retryAfter = answer.headers.get('retry-after');
      text = await answer.text();
    } catch {
      this.lost += 1;
      return false;
    }
    if (status !== 200) {
      this.refusals.push({ status, retryAfter, body: text });
      return false;
    }
    this.answers.push({ sent, result: JSON.parse(text) as EventsResult });
    return true;
  }
}

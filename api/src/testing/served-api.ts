import type { TestPlace } from '@tallysheet/testing';
import type { BuiltApi, Running } from './built-api';
import { until } from './until';

const PATIENCE_MS = 60_000;

/** The API as a process of its own that answers calls, to be killed and started again. */
export class ServedApi {
  /** Its address, as soon as it listens; anew after each crash. */
  url: Promise<string>;
  /** Whether it has ended without being killed. */
  hasDied = false;
  private running: Running;
  private isWanted = true;

  constructor(
    private readonly built: BuiltApi,
    private readonly place: TestPlace,
  ) {
    this.running = this.start();
    this.url = addressOf(this.running);
  }

  get output(): string {
    return this.running.output;
  }

  /** Kills it in the middle of what it does, and starts it again. */
  crash(): Promise<string> {
    return (this.url = this.kill().then(() => this.startAgain()));
  }

  /** Asks it to end, and answers its exit code. */
  stop(): Promise<number | null> {
    this.isWanted = false;
    return this.running.stop();
  }

  startAgain(): Promise<string> {
    this.running = this.start();
    return (this.url = addressOf(this.running));
  }

  async kill(): Promise<void> {
    this.isWanted = false;
    await this.running.kill();
  }

  private start(): Running {
    this.isWanted = true;
    const running = this.built.server(this.place);
    void running.ended.then(() => (this.hasDied ||= this.isWanted));
    return running;
  }
}

async function addressOf(running: Running): Promise<string> {
  let hasEnded = false;
  void running.ended.then(() => (hasEnded = true));
  return until(() => {
    if (hasEnded) throw new Error(`The API ended instead of starting: ${running.output}`);
    return /is ready: (\S+)/.exec(running.output)?.[1];
  }, PATIENCE_MS);
}

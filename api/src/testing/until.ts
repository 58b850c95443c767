import { setTimeout as wait } from 'node:timers/promises';

/** Asks again and again until the answer is something; fails when that takes too long. */
export async function until<T>(ask: () => T | Promise<T>, patienceMs = 30_000): Promise<NonNullable<T>> {
  for (const end = Date.now() + patienceMs; ;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`Waited ${patienceMs} ms in vain for ${ask.toString()}`);
    await wait(10);
  }
}

import type { ReportQuery } from '@tallysheet/contract';
import { toldIn, type Step, type World } from './world';

const TRIES = 150;

/** A world and a query in it whose sheet is wrong. */
export interface Case {
  world: World;
  query: ReportQuery;
}

/** A smaller case that is wrong as well: events, changes and parts of the query are left out as long as it stays so. */
export async function minimalCase(found: Case, isWrong: (smaller: Case) => Promise<boolean>): Promise<Case> {
  let tries = 0;
  let least = found;
  const attempt = async (smaller: Case) => {
    if (tries >= TRIES) return false;
    tries += 1;
    if (!(await isWrong(smaller))) return false;
    least = smaller;
    return true;
  };
  for (let size = Math.ceil(toldIn(found.world).length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let from = 0; from < toldIn(least.world).length;) {
      const isLeftOut = await attempt({ ...least, world: withoutEvents(least.world, from, from + size) });
      if (!isLeftOut) from += size;
    }
  }
  for (const step of least.world.steps.filter(({ kind }) => kind !== 'tell')) {
    await attempt({ ...least, world: { ...least.world, steps: least.world.steps.filter((each) => each !== step) } });
  }
  for (const part of ['assetFilter', 'hideDeletedPeople', 'humanOnly', 'timeZone', 'sort'] as const) {
    if (part in least.query) await attempt({ ...least, query: { ...least.query, [part]: undefined } });
  }
  return least;
}

/** Leaves out what was told at these places; steps that tell nothing any more go as well. */
function withoutEvents(world: World, from: number, to: number): World {
  let place = 0;
  const steps = world.steps.flatMap((step): Step[] => {
    if (step.kind !== 'tell') return [step];
    const events = step.events.filter(() => {
      const isKept = place < from || place >= to;
      place += 1;
      return isKept;
    });
    return events.length === 0 ? [] : [{ ...step, events }];
  });
  return { ...world, steps };
}

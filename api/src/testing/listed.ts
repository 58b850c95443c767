import type { SmartList, SmartListRule } from '@tallysheet/contract';
import { IdentityRepository } from '../ingest/identity.repository';
import { personIdOf } from '../ingest/incoming';
import { LOCAL_CTX } from '../platform/workspace-id';
import { ListPeopleService, type ListContext } from '../smart-lists/list-people.service';
import type { TestApp } from './test-app';

/** Which of these people are in a list, by the keys that events call them by. */
export async function whoIsIn(
  app: TestApp,
  people: readonly string[],
  list: SmartList,
  context: Partial<ListContext> = {},
): Promise<string[]> {
  const calendar = { timeZone: 'UTC', weekStart: 'monday' as const, now: Date.now() };
  const ids = people.map(personIdOf);
  const { store } = app.database;
  return store.snapshot(async (snapshot) => {
    const options = { calendar, humanOnly: false, ...context };
    const listed = await app.get(ListPeopleService).people(LOCAL_CTX, snapshot, list, options);
    const whoIsWho = await new IdentityRepository(snapshot, store.dialect, LOCAL_CTX.workspaceId).of(ids);
    return people.filter((_, at) => listed.has(whoIsWho.of(ids[at]!).rootId));
  });
}

export const all = (...rules: SmartListRule[]): SmartList => ({ match: 'all', rules });
export const any = (...rules: SmartListRule[]): SmartList => ({ match: 'any', rules });
export const none = (...rules: SmartListRule[]): SmartList => ({ match: 'none', rules });

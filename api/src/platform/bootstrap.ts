import { pino, type Logger } from 'pino';
import { Database } from '../database/database';
import { Workspace } from '../database/entities/workspace.entity';
import type { Config } from './config';
import { WORKSPACE_ID } from './workspace-id';

/** Opens the database and sees to it that there is a workspace. Throws `StartupError`. */
export async function openDatabase(config: Config): Promise<Database> {
  const database = await Database.open(config);
  await database.write((manager) =>
    manager.createQueryBuilder().insert().into(Workspace).values(firstWorkspace()).orIgnore().execute(),
  );
  return database;
}

export function createLog(config: Config): Logger {
  return pino({ level: config.logLevel, serializers: { err: withoutValues } });
}

/** An error as it is logged: drivers hang the statement with all its values on it, and those are people's. */
function withoutValues(error: Error & { code?: string }) {
  return {
    type: error.name,
    code: error.code,
    message: error.message.slice(0, 2000),
    stack: error.stack?.slice(0, 4000),
  };
}

function firstWorkspace(): Workspace {
  return {
    id: WORKSPACE_ID,
    name: 'My workspace',
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    weekStart: 'monday',
    language: 'en',
    repeatSends: 'collapse',
    repeatKey: 'run',
    softBounce: 'last-word',
    proximitySeconds: 0,
    rebuilding: 0,
    demoState: 'none',
    revision: 0,
    factsVersion: 0,
    personalParameters: null,
    domainAliases: null,
    createdAt: Date.now(),
  };
}

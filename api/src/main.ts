import 'reflect-metadata';
import type { Database } from './database/database';
import { DemoService } from './demo/demo.service';
import { openDatabase, createLog } from './platform/bootstrap';
import { readConfig, type Config } from './platform/config';
import { createServer, listen } from './platform/server';
import { StartupError } from './platform/startup-error';
import { stop } from './platform/stop';
import { LOCAL_CTX } from './platform/workspace-id';
import { SettingsService } from './settings/settings.service';

async function main(): Promise<void> {
  const config = readConfig();
  const database = await openDatabase(config);
  await serve(config, database).catch(async (error: unknown) => {
    await database.close();
    throw error;
  });
}

async function serve(config: Config, database: Database): Promise<void> {
  const app = await createServer(config, database, createLog(config));
  const end = () => void stop(app, database).then(() => process.exit(0), fail);
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  if (await app.get(DemoService).loadOnce(LOCAL_CTX))
    say('Loaded the demo workspace. Remove it with: npm run tallysheet -- demo clear');
  await app.get(SettingsService).resume(LOCAL_CTX);
  say(`Tallysheet is ready: ${await listen(app, config)}`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function fail(error: unknown): never {
  process.stderr.write(error instanceof StartupError ? `${error.message}\n` : `${String((error as Error).stack)}\n`);
  process.exit(1);
}

main().catch(fail);

import 'reflect-metadata';
import { DemoService } from './demo/demo.service';
import { openDatabase, createLog } from './platform/bootstrap';
import { readConfig } from './platform/config';
import { createServer, listen } from './platform/server';
import { StartupError } from './platform/startup-error';
import { LOCAL_CTX } from './platform/workspace-id';
import { SettingsService } from './settings/settings.service';

async function main(): Promise<void> {
  const config = readConfig();
  const database = await openDatabase(config);
  const app = await createServer(config, database, createLog(config));
  const stop = () =>
    void app
      .close()
      .then(() => database.close())
      .then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  if (await app.get(DemoService).loadOnce(LOCAL_CTX))
    say('Loaded the demo workspace. Remove it with: npm run tallysheet -- demo clear');
  await app.get(SettingsService).resume(LOCAL_CTX);
  say(`Tallysheet is ready: ${await listen(app, config)}`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(error instanceof StartupError ? `${error.message}\n` : `${String((error as Error).stack)}\n`);
  process.exit(1);
});

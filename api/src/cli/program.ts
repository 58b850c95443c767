import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { IMPORT_FORMATS, SCOPES, sourceNameSchema, type ImportFormat, type Scope } from '@tallysheet/contract';
import { Command, Option } from 'commander';
import { TokenService } from '../accounts/token.service';
import { AppModule } from '../app.module';
import { DemoService } from '../demo/demo.service';
import { ImportService } from '../imports/import.service';
import type { SqlValue } from '../database/store';
import { ReclassifyService } from '../ingest/reclassify.service';
import { RecountService } from '../ingest/recount.service';
import { VerifyService } from '../ingest/verify.service';
import { createLog, openDatabase } from '../platform/bootstrap';
import { readConfig, type Config } from '../platform/config';
import { StartupError } from '../platform/startup-error';
import { CONFIG } from '../platform/tokens';
import { LOCAL_CTX } from '../platform/workspace-id';
import { importSummary } from './import-summary';
import { importProgress, progressLine } from './progress-line';

/** `npm run tallysheet -- …`: what can be done without the server, also while it runs. */
export function program(): Command {
  const root = new Command('tallysheet').description('Campaign reports from delivery events.');

  root
    .command('import <file>')
    .description('read an export file in; importing it twice changes nothing')
    .addOption(new Option('--format <format>', 'what the file is').choices([...IMPORT_FORMATS]).makeOptionMandatory())
    .option('--source <name>', 'the sender whose event ids these are', parseSource)
    .option('--mapping <json>', 'canonical column to header of the file, such as {"leadId":"Person"}', parseMapping)
    .option('--dry-run', 'count and check only, save nothing', false)
    .action((file: string, options: ImportFlags) => withApp((app) => importFile(app, file, options)));

  root
    .command('rebuild')
    .description('count everything anew from the stored events')
    .action(() => withApp((app) => rebuild(app)));

  root
    .command('verify')
    .description('compare events, messages and tallies, and name every difference; changes nothing')
    .action(() => withApp((app) => verify(app)));

  root
    .command('reclassify')
    .description(
      'judge all opens and clicks by the bot rules of today, name their devices, and count anew what changes',
    )
    .action(() => withApp((app) => reclassify(app)));

  const token = root.command('token').description('keys for programs');
  token
    .command('create')
    .description('make a key; it is the last word printed, and shown this once')
    .requiredOption('--scope <scopes>', `comma-separated: ${SCOPES.join(', ')}`, parseScopes)
    .option('--name <name>', 'what it is for', 'command line')
    .action(({ scope, name }: { scope: Scope[]; name: string }) =>
      withApp(async (app) => say(`Token: ${await app.get(TokenService).create(LOCAL_CTX, scope, name)}`)),
    );

  const demo = root.command('demo').description('the demo workspace');
  demo.command('load').action(() => withApp((app) => app.get(DemoService).loadIntoEmpty(LOCAL_CTX)));
  demo.command('clear').action(() => withApp((app) => app.get(DemoService).clear(LOCAL_CTX)));
  return root;
}

async function rebuild(app: INestApplicationContext): Promise<void> {
  const line = progressLine();
  for await (const { pairsDone, pairs } of app.get(RecountService).recountAll(LOCAL_CTX)) {
    line.show(`${pairsDone} of ${pairs} campaign × asset pairs`);
  }
  line.clear();
  say('Everything is counted anew from the stored events.');
}

async function verify(app: INestApplicationContext): Promise<void> {
  const line = progressLine();
  let messages = 0;
  let differences = 0;
  for await (const step of app.get(VerifyService).run(LOCAL_CTX)) {
    messages += step.messages;
    differences += step.differences.length;
    for (const { table, campaignKey, assetKey, row, column, expected, stored } of step.differences) {
      line.clear();
      say(
        `${table} of campaign ${campaignKey}, asset ${assetKey}: ${row}: ${column} is ${plain(stored)}, not ${plain(expected)}`,
      );
    }
    line.show(`${step.pairsDone} of ${step.pairs} campaign × asset pairs`);
  }
  line.clear();
  say(`${messages.toLocaleString('en')} messages verified, ${differences.toLocaleString('en')} differences.`);
  if (differences === 0) return;
  say('Repair them with: npm run tallysheet -- rebuild');
  process.exitCode = 1;
}

async function reclassify(app: INestApplicationContext): Promise<void> {
  const line = progressLine();
  let changed = 0;
  for await (const step of app.get(ReclassifyService).run(LOCAL_CTX)) {
    changed += step.changed;
    line.show(`${step.pairsDone} of ${step.pairs} campaign × asset pairs`);
  }
  line.clear();
  say(`${changed.toLocaleString('en')} opens and clicks have another verdict or device now.`);
  if (app.get<Config>(CONFIG).ipRanges.empty) say('No address was judged: BOT_IP_FILE names no list, or an empty one.');
}

function plain(value: SqlValue): string {
  return value instanceof Uint8Array ? Buffer.from(value).toString('hex') : String(value ?? 'nothing');
}

interface ImportFlags {
  format: ImportFormat;
  source?: string;
  mapping?: Record<string, string>;
  dryRun: boolean;
}

async function importFile(app: INestApplicationContext, file: string, flags: ImportFlags): Promise<void> {
  const { size } = await stat(file).catch(() => {
    throw new StartupError(`The file ${file} cannot be read.`);
  });
  const line = progressLine();
  const result = await app.get(ImportService).run(LOCAL_CTX, createReadStream(file), {
    ...flags,
    fileName: basename(file),
    onProgress: (run) => line.show(importProgress(run, size)),
  });
  line.clear();
  say(importSummary(result));
}

/** Opens the database and the services on it, and closes both however it ends. */
async function withApp(work: (app: INestApplicationContext) => Promise<void>): Promise<void> {
  const config = { ...readConfig({ ...process.env, HOST: '127.0.0.1' }) };
  const database = await openDatabase(config);
  try {
    const module = AppModule.with(config, database, createLog(config));
    const app = await NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });
    await work(app);
    await app.close();
  } finally {
    await database.close();
  }
}

function parseScopes(text: string): Scope[] {
  const scopes = text.split(',').map((scope) => scope.trim());
  const unknown = scopes.find((scope) => !(SCOPES as readonly string[]).includes(scope));
  if (unknown !== undefined) throw new StartupError(`There is no scope "${unknown}": use ${SCOPES.join(', ')}.`);
  return scopes as Scope[];
}

function parseSource(text: string): string {
  const { success } = sourceNameSchema.safeParse(text);
  if (!success) throw new StartupError(`"${text}" cannot name a source: use letters, digits, dots, hyphens.`);
  return text;
}

function parseMapping(text: string): Record<string, string> {
  try {
    return JSON.parse(text) as Record<string, string>;
  } catch {
    throw new StartupError('--mapping must be a JSON object, such as {"leadId":"Person"}.');
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

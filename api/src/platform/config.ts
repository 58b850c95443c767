import { resolve } from 'node:path';
import type { IpRanges } from '@tallysheet/counting';
import { readIpFile } from './ip-file';
import { StartupError } from './startup-error';

/** Everything the environment can change. */
export interface Config {
  host: string;
  port: number;
  /** Folder of the embedded store; made when absent. */
  dataDir: string;
  /** Null for the embedded SQLite store. */
  databaseUrl: string | null;
  adminToken: string | null;
  /** Host names, besides loopback and `host`, that requests may be addressed to. */
  allowedHosts: string[];
  /** Whose opens and clicks are known by their address to be no person's. */
  ipRanges: IpRanges;
  logLevel: string;
  /** So many pages can follow the numbers at once; each holds a connection open. */
  liveListeners: number;
  /** A sheet that takes longer to count is given up. */
  sheetSeconds: number;
  /** So much memory may messages take that are kept for sheets about some people only; with 0 none are. */
  columnsMb: number;
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1', '[::1]']);

export function isLoopback(host: string): boolean {
  return LOOPBACK.has(host);
}

/** Reads the environment. Throws `StartupError` with one clear line. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const port = Number(env['PORT'] ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new StartupError(`PORT is "${env['PORT']}": it must be a whole number from 0 to 65535.`);
  }
  const databaseUrl = env['DATABASE_URL'] || null;
  if (databaseUrl && !/^(mysql|mariadb):\/\//.test(databaseUrl)) {
    throw new StartupError('DATABASE_URL must begin with mariadb:// or mysql://. Leave it out for the embedded store.');
  }
  if (databaseUrl && !URL.canParse(databaseUrl)) {
    throw new StartupError('DATABASE_URL cannot be read: write #, / and @ in a password as %23, %2F and %40.');
  }
  const host = env['HOST'] || '127.0.0.1';
  const adminToken = env['ADMIN_TOKEN'] || null;
  if (!isLoopback(host) && !adminToken) {
    throw new StartupError(`HOST is ${host}, which others can reach: set ADMIN_TOKEN, or use HOST=127.0.0.1.`);
  }
  return {
    host,
    port,
    dataDir: resolve(env['DATA_DIR'] || 'data'),
    databaseUrl,
    adminToken,
    allowedHosts: (env['ALLOWED_HOSTS'] ?? '')
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean),
    ipRanges: readIpFile(env['BOT_IP_FILE']),
    logLevel: env['LOG_LEVEL'] ?? 'warn',
    liveListeners: wholeNumber(env, 'LIVE_LISTENERS', 500),
    sheetSeconds: wholeNumber(env, 'SHEET_SECONDS', 60),
    columnsMb: wholeNumber(env, 'COLUMNS_MB', 512),
  };
}

function wholeNumber(env: NodeJS.ProcessEnv, name: string, usual: number): number {
  const value = Number(env[name] || usual);
  if (!Number.isInteger(value) || value < 0)
    throw new StartupError(`${name} is "${env[name]}": it must be a whole number.`);
  return value;
}

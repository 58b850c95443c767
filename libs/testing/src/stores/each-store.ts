import { spawnSync } from 'node:child_process';
import { mariaDbStore, sqliteStore, type TestStore } from './test-store';

/** Making a database takes a while on a busy machine with a slow disk. */
const PATIENCE_MS = 90_000;
const LOCAL_SERVER = 'mysql://root@127.0.0.1:3306';

/**
 * Runs the same tests on every store. MariaDB is the server that TEST_MARIADB_URL names, else the one of this machine;
 * without one its half is skipped by name, but fails where CI is set.
 */
export function eachStore(tests: (store: TestStore) => void): void {
  jest.setTimeout(PATIENCE_MS);
  describe('on SQLite', () => tests(sqliteStore));
  const named = process.env['TEST_MARIADB_URL'];
  const url = named || LOCAL_SERVER;
  if (named || answers(url)) {
    describe('on MariaDB', () => tests(mariaDbStore(url)));
  } else if (isSet(process.env['CI'])) {
    it(`on MariaDB, which must answer at ${url} where CI is set`, () => {
      throw new Error(`No MariaDB answers at ${url}. Start one, or name one in TEST_MARIADB_URL.`);
    });
  } else {
    describe.skip(`on MariaDB (none answers at ${url})`, () => tests(mariaDbStore(url)));
  }
}

/** Tests are declared without waiting, so the question is asked by a program of its own. */
function answers(url: string): boolean {
  const { hostname, port } = new URL(url);
  const script = `require('node:net').connect(${port || 3306}, '${hostname}')
    .on('connect', () => process.exit(0)).on('error', () => process.exit(1)).setTimeout(2000, () => process.exit(1))`;
  return spawnSync(process.execPath, ['-e', script]).status === 0;
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && !['', '0', 'false'].includes(value);
}

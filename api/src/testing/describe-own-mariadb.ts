import { OwnMariaDb } from './own-mariadb';

/** Describes what needs a MariaDB to be killed: left out where none is installed, which is a failure where CI is set. */
export function describeOwnMariaDb(what: string, tests: () => void): void {
  describe(what, () => {
    if (OwnMariaDb.isInstalled()) tests();
    else if (['', '0', 'false'].includes(process.env['CI'] ?? '')) {
      describe.skip('(no mariadbd is installed to be killed)', tests);
    } else {
      it('with a mariadbd to be killed, which must be installed where CI is set', () => {
        throw new Error('No mariadbd and mariadb-install-db are installed.');
      });
    }
  });
}

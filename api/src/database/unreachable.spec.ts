import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { sqliteStore } from '@tallysheet/testing';
import { StartupError } from '../platform/startup-error';
import { inNewPlace } from '../testing/use-app';
import { Database } from './database';

async function refusal(options: { dataDir: string; databaseUrl: string | null }): Promise<Error> {
  return Database.open(options).then(
    async (database) => {
      await database.close();
      return new Error('it was opened');
    },
    (error: Error) => error,
  );
}

async function portOfNobody(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe('A store that cannot be opened is one clear line', () => {
  const check = (error: Error, says: RegExp) => {
    expect(error).toBeInstanceOf(StartupError);
    expect(error.message).toMatch(says);
    expect(error.message).not.toContain('\n');
  };

  it('when nobody listens at the address', () =>
    inNewPlace(sqliteStore, async ({ dataDir }) => {
      const port = await portOfNobody();
      const error = await refusal({ dataDir, databaseUrl: `mysql://root:geheim@127.0.0.1:${port}/tallysheet` });
      check(error, new RegExp(`127\\.0\\.0\\.1:${port}/tallysheet cannot be reached`));
      expect(error.message).not.toContain('geheim');
    }));

  it('when the data folder is a file', () =>
    inNewPlace(sqliteStore, async (place) => {
      const dataDir = join(place.dataDir, 'data');
      await writeFile(dataDir, '');
      check(await refusal({ dataDir, databaseUrl: null }), /data folder .* cannot be used/);
    }));

  it('when the folder lies where no folder can be made', () =>
    inNewPlace(sqliteStore, async (place) => {
      await writeFile(join(place.dataDir, 'file'), '');
      const dataDir = join(place.dataDir, 'file', 'data');
      check(await refusal({ dataDir, databaseUrl: null }), /data folder .* cannot be used/);
    }));

  it('when the file is no database', () =>
    inNewPlace(sqliteStore, async (place) => {
      await writeFile(
        join(place.dataDir, 'tallysheet.sqlite'),
        'not a database, but long enough to be read as one'.repeat(50),
      );
      check(await refusal(place), /data folder .* cannot be used/);
    }));
});

import { eachStore } from '@tallysheet/testing';
import { useApp } from '../testing/use-app';
import { insertRows } from './bulk';
import type { SqlValue } from './store';

const COLUMNS = ['workspace_id', 'person_id', 'person_key', 'address'];
/** What a quote, an escape, a mark for a value or another alphabet could do to a statement. */
const TEXTS = [
  "O'Neil",
  'back\\slash',
  '\\',
  '? and ?',
  '"',
  '`',
  '%_',
  '',
  ' ',
  'é漢字🎈',
  '\n\r\t',
  "');--",
  "X'00'",
];

const key = (n: number) => Buffer.from(n.toString(16).padStart(32, '0'), 'hex');

describe('Rows that go in together', () => {
  eachStore((store) => {
    const app = useApp(store);
    const stored = () =>
      app().database.store.query<Record<string, SqlValue>>(
        `SELECT ${COLUMNS.join(', ')} FROM person WHERE workspace_id = 7 ORDER BY person_id`,
      );

    it('are stored as they are, whatever stands in them', async () => {
      const rows = TEXTS.map((text, n) => [7, key(n * 255), text, n % 3 === 0 ? null : text]);
      await app().database.store.transaction((transaction) => insertRows(transaction, 'person', COLUMNS, rows));
      const expected = rows.map((row) => Object.fromEntries(COLUMNS.map((column, n) => [column, row[n]])));
      const found = (await stored()).map((row) => ({ ...row, person_id: Buffer.from(row['person_id'] as Uint8Array) }));
      expect(found).toEqual(expected);
    });

    it('are all stored, however many they are', async () => {
      const rows = Array.from({ length: 9_777 }, (_, n) => [7, key(n), `${n}`, 'same']);
      await app().database.store.transaction((transaction) => insertRows(transaction, 'person', COLUMNS, rows));
      expect((await stored()).map((row) => row['person_key'])).toEqual(rows.map((row) => row[2]));
    });

    it('are none of them stored when one of them cannot be', async () => {
      const rows = Array.from({ length: 600 }, (_, n) => [7, key(n), n === 599 ? null : `${n}`, null]);
      const inserting = app().database.store.transaction((transaction) =>
        insertRows(transaction, 'person', COLUMNS, rows),
      );
      await expect(inserting).rejects.toThrow();
      expect(await stored()).toEqual([]);
    });
  });
});

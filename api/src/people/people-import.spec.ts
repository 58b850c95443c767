import { gzipSync } from 'node:zlib';
import type { AttributeValueCount, PersonAttribute } from '@tallysheet/contract';
import { aMessage, eachStore } from '@tallysheet/testing';
import { useApp } from '../testing/use-app';

const FILE = [
  'Lead Id,Email,City,Score,Customer,Renewal,Created At',
  '1,Ada@Example.com,Rome,5,yes,2026-03-01,2020-05-01T08:00:00Z',
  '2,bob@example.com,Oslo,7.5,no,2026-04-01T09:30:00+02:00,2021-01-02',
  '3,,Rome,,yes,,',
  '',
].join('\n');

const NAUGHTY = [
  "'; DROP TABLE person; --",
  "=cmd|' /C calc'!A0",
  'null',
  '"quoted", and more',
  '\u202eright to left',
  '𝕿𝖍𝖊 👩‍👩‍👧‍👦 \u0301e',
  ' spaces at both ends ',
  'ends in a space',
  'ends in a space ',
  '%_\\',
  'two\nlines',
  'x'.repeat(127) + '👍 and on',
  'x'.repeat(5000),
];

describe('Importing people', () => {
  eachStore((store) => {
    const app = useApp(store);
    const take = (file: string | Uint8Array, query: Record<string, string> = {}) =>
      app().import(file, { format: 'people', ...query });
    const attributes = async (): Promise<PersonAttribute[]> =>
      (await app().http.get('/api/people/attributes').expect(200)).body;
    const types = async () => Object.fromEntries((await attributes()).map(({ name, type }) => [name, type]));
    const values = async (name: string, limit = 100): Promise<AttributeValueCount[]> => {
      const { id } = (await attributes()).find((each) => each.name === name)!;
      return (await app().http.get(`/api/people/attributes/${id}/values`).query({ limit }).expect(200)).body;
    };
    const everything = async () => {
      const known = await attributes();
      return Promise.all(known.map(async ({ name, type, people }) => [name, type, people, await values(name)]));
    };
    const stored = () =>
      app().database.store.query<{ person_key: string; address: string | null }>(
        'SELECT person_key, address FROM person ORDER BY person_key',
      );
    const column = (header: string, cells: readonly string[]) =>
      `id,${header}\n${cells.map((cell, at) => `${at},"${cell.replaceAll('"', '""')}"`).join('\n')}\n`;

    it('stores them and what is said of them, each by its type', async () => {
      expect(await take(FILE, { fileName: 'people.csv' })).toMatchObject({
        ...{ format: 'people', source: 'api', fileName: 'people.csv', state: 'done' },
        ...{ rowsRead: 3, accepted: 3, duplicates: 0, rejected: 0, passedOver: [] },
      });
      expect(await stored()).toEqual([
        { person_key: '1', address: 'Ada@Example.com' },
        { person_key: '2', address: 'bob@example.com' },
        { person_key: '3', address: null },
      ]);
      expect(await everything()).toEqual([
        [
          'City',
          'text',
          3,
          [
            { value: 'Rome', people: 2 },
            { value: 'Oslo', people: 1 },
          ],
        ],
        [
          'createdAt',
          'date',
          2,
          [
            { value: '2020-05-01T08:00:00.000Z', people: 1 },
            { value: '2021-01-02', people: 1 },
          ],
        ],
        [
          'Customer',
          'boolean',
          3,
          [
            { value: true, people: 2 },
            { value: false, people: 1 },
          ],
        ],
        [
          'Renewal',
          'date',
          2,
          [
            { value: '2026-03-01', people: 1 },
            { value: '2026-04-01T07:30:00.000Z', people: 1 },
          ],
        ],
        [
          'Score',
          'number',
          2,
          [
            { value: 5, people: 1 },
            { value: 7.5, people: 1 },
          ],
        ],
      ]);
    });

    it('twice changes nothing, nor do tabs, semicolons, gzip or columns the other way round', async () => {
      await take(FILE);
      const before = await everything();
      const turned = FILE.split('\n').map((line) => line.split(',').reverse().join(';'));
      for (const file of [FILE, FILE.replaceAll(',', '\t'), gzipSync(FILE), turned.join('\r\n')]) {
        expect(await take(file)).toMatchObject({ accepted: 3, rejected: 0 });
        expect(await everything()).toEqual(before);
      }
    });

    it('keeps what an empty cell does not say, and the later of two values', async () => {
      await take('id,City,Score\n1,Rome,5\n2,Oslo,6\n');
      await take('id,city,Score,Plan\n1,,8,\n2,Bern,,\n2,Lima,9,free\n');
      expect(await everything()).toMatchObject([
        ['City', 'text', 2, [{ value: 'Lima' }, { value: 'Rome' }]],
        ['Plan', 'text', 1, [{ value: 'free' }]],
        ['Score', 'number', 2, [{ value: 8 }, { value: 9 }]],
      ]);
    });

    it('are those of the events: by id, else by the address in lower case', async () => {
      const [sent] = aMessage({ person: '1' }).sent('2024-03-01 09:00').events;
      await app().take([sent!, { ...sent!, id: 'e2', person: { address: 'Bob@Example.com' } }]);
      await take('id,email,City\n1,ada@example.com,Rome\n,BOB@example.com,Oslo\n');
      expect(await stored()).toEqual([
        { person_key: '1', address: expect.any(String) },
        { person_key: 'bob@example.com', address: 'Bob@Example.com' },
      ]);
    });

    it('rejects a row whose value is not of the type that its attribute has, and keeps it as it came', async () => {
      await take(FILE);
      const result = await take('Lead Id,City,score\n4,Bern,many\n5,Bern,9\n,Bern,1\n6,Bern,007\n');
      expect(result).toMatchObject({
        ...{ rowsRead: 4, accepted: 1, rejected: 3 },
        rejectedRows: [
          { line: 2, code: 'invalid-field', field: 'score', detail: 'many', raw: '4,Bern,many' },
          { line: 4, code: 'missing-person', field: 'Lead Id', raw: ',Bern,1' },
          { line: 5, code: 'invalid-field', field: 'score', detail: '007' },
        ],
      });
      expect(await values('City')).toContainEqual({ value: 'Bern', people: 1 });
      expect(await values('Score')).toContainEqual({ value: 9, people: 1 });
    });

    it('a rejected row can be repaired, or read again once the type is another', async () => {
      await take('id,Score\n1,5\n');
      await take('Who;Score\n2;many\n3;few\n', { mapping: '{"person.id":"Who"}' });
      const rejected = async () => (await app().http.get('/api/rejected').expect(200)).body.rows;
      const [few, many] = await rejected();
      expect(many).toMatchObject({ format: 'people', raw: '2;many', field: 'Score', retryable: true });
      const retry = (path: string, body: object) => app().http.post(`/api/rejected/${path}`).send(body).expect(200);
      const worse = await retry(`${many.id}/retry`, { raw: '2;none' });
      expect(worse.body).toEqual({
        ...{ accepted: 0, duplicates: 0, rejected: 1 },
        fault: expect.objectContaining({ code: 'invalid-field', field: 'Score', detail: 'none' }),
      });
      expect((await retry(`${few.id}/retry`, { raw: '3;3' })).body).toMatchObject({ accepted: 1, fault: null });
      const [{ id }] = (await attributes()) as [PersonAttribute];
      await app().http.patch(`/api/people/attributes/${id}`).send({ type: 'text' }).expect(200);
      expect((await retry('retry', {})).body).toMatchObject({ accepted: 1, rejected: 0 });
      expect(await values('Score')).toEqual(['3', '5', 'none'].map((value) => ({ value, people: 1 })));
      expect(await rejected()).toEqual([]);
    });

    it('a trial run counts and checks all and stores nothing', async () => {
      const result = await take(`${FILE}4,,Rome,many,,,\n`, { dryRun: 'true' });
      expect(result).toMatchObject({ dryRun: true, rowsRead: 4, accepted: 4 });
      expect([await attributes(), await stored()]).toEqual([[], []]);
    });

    it('an attribute that has no value yet has no type yet', async () => {
      await take('id,Score\n1,\n2,null\n');
      expect(await attributes()).toEqual([]);
      await take('id,Score\n1,5\n');
      expect(await types()).toEqual({ Score: 'number' });
    });

    it('an attribute of a rejected row alone is not made', async () => {
      await take('id,Score\n1,5\n');
      await take('id,Score,Colour\n1,many,red\n');
      expect(await types()).toEqual({ Score: 'number' });
    });

    it('values of any kind come back as they came', async () => {
      await take(column('Note', NAUGHTY));
      const told = (await values('Note')).map(({ value, people }) => [people, value]);
      expect(told.sort()).toEqual(NAUGHTY.map((value) => [1, value]).sort());
    });

    it('names of any kind come back as they came, and are one in any case', async () => {
      const names = ['=1+1', 'naïve "quotes"', '🎉', '\u202eabc', "'; DROP TABLE attribute; --", 'é'.repeat(128), 'İ'];
      const quoted = names.map((name) => `"${name.replaceAll('"', '""')}"`);
      await take(`id,${quoted.join(',')}\n1${',x'.repeat(names.length)}\n`);
      await take(`id,${quoted.map((name) => name.toUpperCase()).join(',')}\n2${',x'.repeat(names.length)}\n`);
      expect((await attributes()).map(({ name, people }) => [people, name]).sort()).toEqual(
        names.map((name) => [2, name]).sort(),
      );
    });

    it('stops at five hundred attributes with a clear word', async () => {
      const file = (prefix: string, count: number) =>
        `id,${Array.from({ length: count }, (_, n) => `${prefix}${n}`).join(',')}\n1${',x'.repeat(count)}\n`;
      expect(await take(file('a', 499))).toMatchObject({ accepted: 1 });
      const { body } = await app().upload(file('b', 2), { format: 'people' }).expect(422);
      expect(body).toMatchObject({ code: 'too-many-attributes', params: { limit: 500 } });
      expect(await attributes()).toHaveLength(499);
      expect(await take(file('c', 1))).toMatchObject({ accepted: 1 });
    });

    it('a file of many batches is taken whole, and two at once end as one', async () => {
      const rows = Array.from({ length: 12_000 }, (_, n) => `${n},p${n}@example.com,${n % 7},${n % 3 ? 'yes' : 'no'}`);
      const file = `id,email,Group,Open\n${rows.join('\n')}\n`;
      for (const result of await Promise.all([take(file), take(file)])) {
        expect(result).toMatchObject({ rowsRead: 12_000, accepted: 12_000, rejected: 0 });
      }
      const [group, open] = await attributes();
      expect([group, open]).toMatchObject([
        { name: 'Group', type: 'number', people: 12_000 },
        { name: 'Open', type: 'boolean', people: 12_000 },
      ]);
      expect(await values('Group', 1)).toEqual([{ value: 0, people: 1715 }]);
      expect(await stored()).toHaveLength(12_000);
    });
  });
});

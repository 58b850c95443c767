import { TallysheetError } from '@tallysheet/contract';
import fc from 'fast-check';
import { csvLine, DELIMITER, LINE_END, VALUE } from '../fixtures/csv';
import { collect, collectUntilFault, textOf } from '../fixtures/streams';
import { readPeople } from './read-people';

async function read(text: string, mapping?: Record<string, string>) {
  const { attributes, rows } = await readPeople(textOf(text, 7), { mapping });
  return { attributes, rows: await collect(rows) };
}
const people = async (text: string, mapping?: Record<string, string>) =>
  (await read(text, mapping)).rows.map(({ result }) => (result.kind === 'person' ? result.person : result.code));

describe('A file of people', () => {
  it.each([
    ['id,email', { id: '1', address: 'Ada@Example.com' }],
    ['Person ID;E-Mail', { id: '1', address: 'Ada@Example.com' }],
    ['leadId\temail_address', { id: '1', address: 'Ada@Example.com' }],
    ['person.id,person.address', { id: '1', address: 'Ada@Example.com' }],
    ['Lead Id,Address', { id: '1', address: 'Ada@Example.com' }],
  ])('says who is meant under %j', async (header, person) => {
    const delimiter = /[;\t]/.exec(header)?.[0] ?? ',';
    expect(await people(`${header}\n1${delimiter}Ada@Example.com\n`)).toEqual([person]);
  });

  it('may have an id or an address alone; a row with neither is rejected, as is a null of an export', async () => {
    expect(await people('email,city\na@x.example,Rome\n,Oslo\nnull,Bern\n')).toEqual([
      { address: 'a@x.example' },
      'missing-person',
      'missing-person',
    ]);
    expect(await people('id\n1\n\n2\n')).toEqual([{ id: '1' }, { id: '2' }]);
  });

  it('takes every other column for an attribute, and of several usual headers the plainest', async () => {
    const { attributes, rows } = await read('address,id,Lead Id,email,Score, City \n1 Rue,9,7,a@x.example,5,Rome\n');
    expect(attributes).toEqual([
      { name: 'address', header: 'address', type: 'text' },
      { name: 'id', header: 'id', type: 'number' },
      { name: 'Score', header: 'Score', type: 'number' },
      { name: 'City', header: 'City', type: 'text' },
    ]);
    expect(rows[0]?.result).toEqual({
      kind: 'person',
      person: { id: '7', address: 'a@x.example' },
      cells: ['1 Rue', '9', '5', 'Rome'],
    });
  });

  it.each(['createdAt', 'created at', 'Created At', 'CREATED_AT'])('knows the creation date as %j', async (header) => {
    expect((await read(`id,${header}\n1,2024-03-01\n`)).attributes).toEqual([
      { name: 'createdAt', header, type: 'date' },
    ]);
  });

  it('may have other headers for id and address, given by a mapping', async () => {
    const file = 'id,Kontakt,Post\n1,k-1,a@x.example\n';
    const mapping = { 'person.id': 'kontakt', 'person.address': 'Post' };
    expect(await people(file, mapping)).toEqual([{ id: 'k-1', address: 'a@x.example' }]);
    expect((await read(file, mapping)).attributes.map(({ name }) => name)).toEqual(['id']);
  });

  it.each([
    [
      'names nobody',
      'Name,City\nAda,Rome\n',
      {},
      'missing-columns',
      { missing: 'person.id / person.address', found: 'Name, City' },
    ],
    ['lacks a mapped column', 'id\n1\n', { 'person.id': 'Who' }, 'missing-columns', { missing: 'Who', found: 'id' }],
    ['has an attribute twice', 'id,City,CITY\n1,a,b\n', {}, 'duplicate-columns', { columns: 'CITY' }],
    ['has the id twice', 'id,Id\n1,2\n', {}, 'duplicate-columns', { columns: 'id' }],
    ['has a mapping of something else', 'id\n1\n', { campaign: 'id' }, 'invalid-request', { mapping: 'campaign' }],
    ['is a web page', '<!doctype html><p>no</p>\n', {}, 'not-csv', expect.objectContaining({ looksLike: 'html' })],
    ['is empty', ' \n', {}, 'empty-file', {}],
    [
      'has an endless name',
      `id,${'x'.repeat(129)}\n1,2\n`,
      {},
      'attribute-name-too-long',
      { limit: 128, start: 'x'.repeat(60) },
    ],
  ])('that %s is refused', async (_, text, mapping, code, params) => {
    const fault = await read(text, mapping as Record<string, string>).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(TallysheetError);
    expect(fault).toMatchObject({ code, params });
  });

  it('is judged by its first thousand rows', async () => {
    const lines = Array.from({ length: 2500 }, (_, n) => `${n},${n < 1000 ? n : 'many'},${n < 1000 ? '' : 'late'}`);
    const { attributes, rows } = await read(`id,score,late\n${lines.join('\n')}\n`);
    expect(attributes.map(({ type }) => type)).toEqual(['number', null]);
    expect(rows).toHaveLength(2500);
  });

  it('rejects ids and addresses that are too long, and broken rows, and goes on', async () => {
    const { rows } = await read(`id,email\n${'9'.repeat(129)},\n1,${'a'.repeat(321)}\n1,a,b\n2,\n`);
    expect(
      rows.map(({ line, result }) => [line, result.kind === 'rejected' ? [result.code, result.field] : 'in']),
    ).toEqual([
      [2, ['invalid-field', 'id']],
      [3, ['invalid-field', 'email']],
      [4, ['row-too-long', null]],
      [5, 'in'],
    ]);
  });

  it('that breaks off gives what was there before', async () => {
    async function* breaking(): AsyncGenerator<string> {
      yield `id,city\n${'1,Rome\n'.repeat(20_000)}`;
      await Promise.resolve();
      throw new Error('gone');
    }
    const { rows } = await readPeople(breaking());
    const { given, fault } = await collectUntilFault(rows);
    expect(given.length).toBeGreaterThan(0);
    expect(fault).toEqual(new Error('gone'));
  });

  it('comes out as it was written, whatever its cells, delimiter and line ends', async () => {
    const table = fc.integer({ min: 1, max: 4 }).chain((width) => {
      const row = fc.array(VALUE, { minLength: width, maxLength: width });
      return fc.record({ width: fc.constant(width), rows: fc.array(row, { minLength: 1, maxLength: 6 }) });
    });
    await fc.assert(
      fc.asyncProperty(table, DELIMITER, LINE_END, async ({ width, rows }, delimiter, lineEnd) => {
        const header = ['person.id', ...Array.from({ length: width }, (_, at) => `attribute ${at}`)];
        const lines = [header, ...rows.map((cells, at) => [`p${at}`, ...cells])].map((line) =>
          csvLine(line, delimiter),
        );
        const { rows: given } = await read(lines.join(lineEnd) + lineEnd);
        expect(given.map(({ result }) => result)).toEqual(
          rows.map((cells, at) => ({ kind: 'person', person: { id: `p${at}` }, cells })),
        );
      }),
      { numRuns: 60 },
    );
  });
});

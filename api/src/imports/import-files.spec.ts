import { gzipSync } from 'node:zlib';
import { aMessage, eachStore, eventsOf, EXTRACT_COLUMNS, marketoExtract } from '@tallysheet/testing';
import { comparable } from '../testing/comparable';
import { useApp } from '../testing/use-app';

const events = eventsOf(
  aMessage({ person: '1' }).sent('2024-03-01 09:00').delivered('2024-03-01 09:01').opened('2024-03-01 10:00'),
  aMessage({ person: '2', email: '1671: Bienvenue, "été"' })
    .sent('2024-03-01 09:00')
    .clicked('2024-03-02 10:00', 'https://a.example/?a=1,2;3'),
);
const plain = marketoExtract(events);

const forms: [string, Uint8Array | string][] = [
  ['gzip', gzipSync(plain)],
  ['tabs', marketoExtract(events, { delimiter: '\t' })],
  ['semicolons', marketoExtract(events, { delimiter: ';' })],
  ['a byte order mark and Windows line ends', `\uFEFF${plain.replaceAll('\n', '\r\n')}`],
  ['UTF-16', Buffer.from(`\uFEFF${plain}`, 'utf16le')],
  ['NUL bytes', plain.replaceAll(',', '\0,')],
  ['its columns the other way round', marketoExtract(events, { columns: [...EXTRACT_COLUMNS].reverse() })],
];

describe('Importing an export file over HTTP', () => {
  eachStore((store) => {
    const app = useApp(store);

    it('answers what came of it, and the same again under its id', async () => {
      const file = marketoExtract(events) + '9001,1,2024-03-01T09:00:00Z,1,,5,Page,{}\n9002,1,never,7,8497,5,Mail,{}\n';
      const result = await app().import(file, { fileName: 'march.csv' });
      expect(result).toMatchObject({
        ...{ format: 'marketo-activities', source: 'marketo', fileName: 'march.csv', dryRun: false, state: 'done' },
        ...{ rowsRead: events.length + 2, accepted: events.length, duplicates: 0, rejected: 1, error: null },
        bytesRead: Buffer.byteLength(file),
        passedOver: [{ type: '1', name: 'Visit Webpage', count: 1 }],
        rejectedRows: [{ line: events.length + 3, code: 'bad-date', field: 'activityDate', detail: 'never' }],
      });
      const { body } = await app().http.get(`/api/imports/${result.id}`).expect(200);
      expect(body).toEqual(result);
      const { body: latest } = await app().http.get('/api/imports').expect(200);
      expect(latest).toMatchObject([{ id: result.id, accepted: events.length }]);
    });

    it.each(forms)('reads a file with %s as it reads the plain one', async (_, file) => {
      await app().import(plain);
      const told = comparable(await app().sheet());
      await app().empty();
      expect(await app().import(file)).toMatchObject({ accepted: events.length, rejected: 0 });
      expect(comparable(await app().sheet())).toEqual(told);
    });

    it('reads renamed headers through a mapping', async () => {
      const file = marketoExtract(events, { headers: { leadId: 'Person', activityDate: 'When' } });
      const mapping = JSON.stringify({ leadId: 'Person', activityDate: 'When' });
      expect(await app().import(file, { mapping })).toMatchObject({ accepted: events.length, rejected: 0 });
      const { body } = await app().upload(file).expect(422);
      expect(body).toMatchObject({ code: 'missing-columns', params: { missing: 'leadId, activityDate' } });
    });

    it('a skipped or failed send was not sent', async () => {
      const [header, ...lines] = plain.trimEnd().split('\n');
      const results = ['succeeded', 'Skipped', 'failed', 'null', ''];
      const rows = lines.map((line, index) => `${line},${results[index]}`);
      const result = await app().import([`${header},actionResult`, ...rows, ''].join('\n'));
      expect(result).toMatchObject({ rowsRead: 5, accepted: 3, rejected: 0 });
      expect(result.passedOver.map(({ type }) => type).sort()).toEqual(['10 failed', '7 skipped']);
    });

    it('a trial run counts and checks all and stores nothing', async () => {
      const result = await app().import(plain, { dryRun: 'true' });
      expect(result).toMatchObject({ dryRun: true, accepted: events.length, state: 'done' });
      expect((await app().sheet()).rows).toEqual([]);
      const { body: tree } = await app().http.get('/api/tree').expect(200);
      expect(tree.nodes).toEqual([]);
      expect(await app().import(plain)).toMatchObject({ accepted: events.length, duplicates: 0 });
      expect(await app().import(plain, { dryRun: 'true' })).toMatchObject({ accepted: 0, duplicates: events.length });
    });

    it('keeps the ids of two senders apart by their source', async () => {
      await app().import(plain, { source: 'north' });
      expect(await app().import(plain, { source: 'south' })).toMatchObject({
        source: 'south',
        accepted: events.length,
      });
    });

    it('keeps conflicting rows with their line', async () => {
      const [first] = events;
      const result = await app().import(marketoExtract([first!, { ...first!, person: { id: '99' } }]));
      expect(result).toMatchObject({
        accepted: 1,
        rejected: 1,
        rejectedRows: [{ line: 3, code: 'event-id-conflict' }],
      });
    });

    it('an import that does not exist is not found', async () => {
      for (const path of ['/api/imports/none', '/api/imports/none/rejected']) {
        const { body } = await app().http.get(path).expect(404);
        expect(body).toMatchObject({ code: 'import-not-found', params: { id: 'none' } });
      }
    });
  });
});

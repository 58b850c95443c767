import { gzipSync } from 'node:zlib';
import { aMessage, eachStore, marketoExtract } from '@tallysheet/testing';
import { parse } from 'csv-parse/sync';
import { useApp } from '../testing/use-app';

const { events } = aMessage().sent('2024-03-01 09:00').delivered('2024-03-01 09:01').opened('2024-03-01 10:00');
const [header, ...lines] = marketoExtract(events).trimEnd().split('\n') as [string, ...string[]];
const many = marketoExtract(
  Array.from({ length: 4000 }, (_, n) => aMessage({ person: `${n * 7919}` }).opened('2024-03-01 10:00').events[0]!),
);

const unreadable: [title: string, file: string | Uint8Array, code: string, query?: Record<string, string>][] = [
  ['nothing in it', '', 'empty-file'],
  ['nothing but empty lines', '\n\r\n\n', 'empty-file'],
  ['an error page', '<!DOCTYPE html>\n<html><body><h1>502 Bad Gateway</h1></body></html>\n', 'not-csv'],
  ['a workbook', Buffer.from('PK\u0003\u0004\u0014\0\b\0rest of a zip', 'latin1'), 'not-csv'],
  ['a picture', Buffer.from(Array.from({ length: 3000 }, (_, n) => (n * 37) % 256)), 'not-csv'],
  ['an answer in JSON', '{"requestId":"1","success":false}', 'not-csv'],
  ['a delimiter that we do not know', `${header.replaceAll(',', '|')}\n`, 'missing-columns'],
  ['other columns', 'name,age\nAda,36\n', 'missing-columns'],
  ['a column twice', `${header},leadId\n${lines[0]},8\n`, 'duplicate-columns'],
  ['the wrong kind of bytes', Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]), 'undecodable-file'],
  ['no JSON where assets are asked for', header, 'not-json', { format: 'marketo-assets' }],
];

const badRows: [title: string, row: string, code: string][] = [
  ['a date that is none', '9,7,yesterday,7,8497,1670,Invite,{}', 'bad-date'],
  ['a 31st of February', '9,7,2024-02-31T09:00:00Z,7,8497,1670,Invite,{}', 'bad-date'],
  ['a date before 1980', '9,7,1979-12-31T23:59:59Z,7,8497,1670,Invite,{}', 'date-too-early'],
  ['a date far ahead', '9,7,2199-01-01T00:00:00Z,7,8497,1670,Invite,{}', 'date-in-future'],
  ['too few fields', '9,7,2024-03-01T09:00:00Z', 'row-too-short'],
  ['too many fields', '9,7,2024-03-01T09:00:00Z,7,8497,1670,Invite,{},x,y', 'row-too-long'],
  ['attributes that are no JSON', '9,7,2024-03-01T09:00:00Z,7,8497,1670,Invite,{broken', 'attributes-not-json'],
  ['no person', '9,,2024-03-01T09:00:00Z,7,8497,1670,Invite,{}', 'missing-person'],
  ['no email', '9,7,2024-03-01T09:00:00Z,7,8497,,,{}', 'missing-asset'],
  ['a type that is no number', '9,7,2024-03-01T09:00:00Z,Open,8497,1670,Invite,{}', 'bad-activity-type'],
];

describe('A malformed file', () => {
  eachStore((store) => {
    const app = useApp(store);

    it.each(unreadable)('with %s is refused with a clear code and text', async (_, file, code, query = {}) => {
      const { body, headers } = await app().upload(file, query).set('Accept-Language', 'en').expect(422);
      expect(headers['content-type']).toContain('application/problem+json');
      expect(body).toMatchObject({ code, status: 422, requestId: expect.any(String) });
      expect(body.detail).toMatch(/^[A-Z][^{}]+\.$/);
      expect((await app().sheet()).rows).toEqual([]);
      const { body: runs } = await app().http.get('/api/imports').expect(200);
      expect(runs).toMatchObject([{ state: 'failed', error: { code } }]);
    });

    it.each(badRows)('with a row of %s loses that row only, and lists it with its line', async (_, row, code) => {
      const file = [header, lines[0], row, ...lines.slice(1), ''].join('\n');
      const result = await app().import(file);
      expect(result).toMatchObject({ state: 'done', rowsRead: 4, accepted: 3, rejected: 1 });
      expect(result.rejectedRows).toMatchObject([{ line: 3, code, raw: row }]);
    });

    it('that ends within quotes gives what stands before', async () => {
      const result = await app().import([header, ...lines, '9,7,2024-03-01T09:00:00Z,7,8497,1670,"Invi'].join('\n'));
      expect(result).toMatchObject({ accepted: 3, rejected: 1 });
      expect(result.rejectedRows[0]).toMatchObject({ line: 5 });
    });

    it('that was cut off while packed gives the rows before the cut and says where it ends', async () => {
      const packed = gzipSync(many);
      const result = await app().import(packed.subarray(0, Math.floor(packed.length / 2)));
      expect(result.accepted).toBeGreaterThan(500);
      expect(result.accepted).toBeLessThan(4000);
      expect(result.rejectedRows.at(-1)).toMatchObject({ code: 'file-ends-early' });
      expect((await app().sheet()).total.values).toMatchObject({ opened: result.accepted });
      expect(await app().import(packed)).toMatchObject({ accepted: 4000 - result.accepted, rejected: 0 });
    });

    it('has all its bad rows in a CSV file, as they came', async () => {
      const bad = Array.from({ length: 230 }, (_, n) => `g${n},7,"no ""date"", ${n}",7,8497,1670,=1+${n},{}`);
      const result = await app().import([header, ...bad, ...lines, ''].join('\n'));
      expect(result).toMatchObject({ accepted: 3, rejected: 230 });
      expect(result.rejectedRows).toHaveLength(100);
      const { text, headers } = await app().http.get(`/api/imports/${result.id}/rejected`).expect(200);
      expect(headers['content-disposition']).toContain(`rejected-rows-${result.id}.csv`);
      const rows = parse<Record<string, string>>(text, { bom: true, columns: true });
      expect(rows).toHaveLength(230);
      expect(rows[229]).toMatchObject({ line: '231', code: 'bad-date', field: 'activityDate', row: bad[229] });
      expect(rows[229]!['reason']).toBe('The date is not a date');
    });

    it('of a format that does not exist is refused before it is read', async () => {
      const { body } = await app().upload('x', { format: 'xlsx' }).expect(400);
      expect(body).toMatchObject({ code: 'unknown-format', params: { format: 'xlsx' } });
    });

    it('is explained in the caller’s language', async () => {
      const { body } = await app().upload('').set('Accept-Language', 'fr').expect(422);
      expect(body.detail).toContain('vide');
    });
  });
});

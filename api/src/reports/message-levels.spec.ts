import type { CanonicalEvent, PersonBehind, ReportQuery, RowLevel, Sheet } from '@tallysheet/contract';
import { aMessage, eachStore, eventsOf } from '@tallysheet/testing';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expectedSheet } from '../testing/expected-sheet';
import { boundsOf, FRAME_CASES, telling } from '../testing/frame-cases';
import { bruteEvents, messagesOf, type BruteOptions } from '../testing/oracle';
import { histories } from '../testing/random-history';
import { useApp } from '../testing/use-app';

const SHOES = 'https://a.example/shoes';
const MARCH = { from: '2024-03-01', to: '2024-03-31' };
const to = (person: string, variant?: string, run?: string) => ({
  person: { id: person },
  ...(variant === undefined ? {} : { variant }),
  ...(run === undefined ? {} : { run: { id: run } }),
});
const spring = () => aMessage({ campaign: '1: Spring', email: '1: Invite' });

/** Variant A: 3 sent, 2 delivered, 1 clicked. B: 1 sent and opened. One message of none. Run r1 has the first two. */
const events = () =>
  eventsOf(
    spring()
      .sent('2024-03-01', to('1', 'A', 'r1'))
      .delivered('2024-03-01', to('1'))
      .clicked('2024-03-02', SHOES, to('1')),
    spring()
      .sent('2024-03-01', to('2', 'A', 'r1'))
      .delivered('2024-03-01', to('2')),
    // What was told at a later event counts as well, but not against what the sending told.
    spring()
      .sent('2024-03-08', to('3', 'A', 'r2'))
      .hardBounced('2024-03-08', to('3', 'B')),
    spring()
      .sent('2024-03-08', to('4'))
      .opened('2024-03-09', to('4', 'B', 'r2')),
    spring().sent('2024-03-08', to('5')),
  );

describe('Rows by variant and run', () => {
  eachStore((store) => {
    const app = useApp(store);
    const sheet = (query: Partial<ReportQuery> = {}) =>
      app().sheet({ timeFrame: MARCH, columns: ['sent', 'opened'], groupBy: ['variant'], ...query });
    const shown = ({ rows }: Sheet) =>
      rows.map(({ level, name, values }) => [`${'  '.repeat(level)}${name}`, values['sent'], values['opened']]);
    const take = () => app().take(events());

    it('count each message under what its sending, else its first event, told', async () => {
      await take();
      const byVariant = await sheet({ columns: ['sent', 'opened', 'deliveredRate', 'firstSentAt'] });
      expect(shown(byVariant)).toEqual([
        ['A', 3, 1],
        ['B', 1, 1],
        ['No variant told', 1, 0],
      ]);
      expect(byVariant.rows.map(({ values }) => values['deliveredRate'])).toEqual([2 / 3, 1, 0]);
      expect(byVariant.rows[1]!.values['firstSentAt']).toBe('2024-03-08T00:00:00.000Z');
      expect(byVariant.rows[2]).toMatchObject({ id: 'variant:', nodeId: '', kind: 'variant' });
      expect(byVariant.total.values).toMatchObject({ sent: 5, opened: 2 });
      expect(shown(await sheet({ groupBy: ['run', 'variant'] }))).toEqual([
        ['No run told', 1, 0],
        ['  No variant told', 1, 0],
        ['r1', 2, 1],
        ['  A', 2, 1],
        ['r2', 2, 1],
        ['  A', 1, 0],
        ['  B', 1, 1],
      ]);
    });

    it('stand with days, trends, comparisons and smart lists', async () => {
      await take();
      expect(shown(await sheet({ groupBy: ['variant', 'week'] })).filter(([name]) => name === 'A')).toEqual([
        ['A', 3, 1],
      ]);
      const trend = await sheet({ trend: 'day', timeFrame: { from: '2024-03-01', to: '2024-03-08' } });
      expect(trend.rows[0]!.values).toMatchObject({ 'sent@2024-03-01': 2, 'sent@2024-03-08': 1, 'sent@2024-03-02': 0 });
      const compared = await sheet({
        timeFrame: { from: '2024-03-08', to: '2024-03-08' },
        compare: { to: { from: '2024-03-01', to: '2024-03-01' } },
      });
      expect(compared.rows[0]!.values).toMatchObject({ sent: 1, 'sent:other': 2, 'sent:change': -1 });
      const clickers: ReportQuery['smartList'] = { match: 'all', rules: [{ did: 'clicked' }] };
      // Person 1 clicked, whose one message is of variant A.
      expect(shown(await sheet({ smartList: clickers }))).toEqual([['A', 1, 1]]);
    });

    it('have their people, their files, and no links', async () => {
      await take();
      const query = { reportType: 'campaign-email-performance', timeFrame: MARCH, groupBy: ['variant'] };
      const cell = { ...query, rowId: 'variant:A', columnId: 'sent' };
      const { body } = await app()
        .http.post('/api/sheets/people')
        .send({ ...cell, limit: 2 })
        .expect(200);
      expect(body).toMatchObject({ total: 3, rows: { length: 2 } });
      const next = await app()
        .http.post('/api/sheets/people')
        .send({ ...cell, limit: 2, cursor: body.next })
        .expect(200);
      const people = [...body.rows, ...next.body.rows].map(({ person }: PersonBehind) => person.id);
      expect([people.sort(), next.body.next]).toEqual([['1', '2', '3'], null]);
      const explained = await app()
        .http.post('/api/sheets/explain')
        .send({ ...cell, rowId: 'variant:' })
        .expect(200);
      expect(explained.body).toMatchObject({ rowName: 'No variant told', value: 1 });
      const file = await app()
        .http.post('/api/sheets/export?format=csv')
        .set('Accept-Language', 'fr')
        .send({ ...query, groupBy: ['variant', 'run'], columns: ['sent'] })
        .expect(200);
      expect(parse(file.text, { bom: true }).slice(0, 3)).toEqual([
        ['Variante', 'Exécution', 'Envoyés'],
        ['A', '', '3'],
        ['A', 'r1', '2'],
      ]);
      const refused = await app()
        .http.post('/api/sheets')
        .send({ ...query, groupBy: ['variant', 'domain'] })
        .expect(400);
      expect(refused.body).toMatchObject({ code: 'levels-not-together', params: { a: 'variant', b: 'domain' } });
    });

    it('are the brute-force count of their messages, and add up to the sheet without them', async () => {
      const asked = fc.record({
        frame: fc.constantFrom(...FRAME_CASES),
        timeBasis: fc.constantFrom('sent' as const, 'activity' as const),
        humanOnly: fc.boolean(),
        level: fc.constantFrom('variant' as const, 'run' as const),
      });
      await fc.assert(
        fc.asyncProperty(
          histories(telling(Date.now())),
          fc.array(fc.constantFrom('A', 'B', undefined), { minLength: 7, maxLength: 7 }),
          fc.array(asked, { minLength: 3, maxLength: 3 }),
          async (batches, variants, cases) => {
            const told = batches.map((batch) => batch.map((event, at) => ({ ...event, variant: variants[at % 7] })));
            await app().empty();
            for (const batch of told) await app().take(batch);
            for (const { frame, level, ...same } of cases) {
              const query = { ...same, timeZone: frame.timeZone, timeFrame: frame.timeFrame, columns: COLUMNS };
              const by = (groupBy: RowLevel[]) => app().sheet({ ...query, groupBy });
              const rows = await by([level]);
              const beneath = await by(['campaign', level]);
              const plain = await by(['campaign']);
              expect(rows.total.values).toEqual(plain.total.values);
              expect(beneath.rows.filter((row) => row.level === 0)).toEqual(plain.rows);
              const now = Date.parse(rows.computedAt);
              const options: BruteOptions = {
                ...{ softBounce: 'last-word', repeatSends: 'collapse', repeatKey: 'run', proximitySeconds: 0 },
                ...{ ...boundsOf(frame, now), basis: same.timeBasis, humanOnly: same.humanOnly },
                ...{ hideDeleted: false, now },
              };
              for (const row of rows.rows) {
                const expected = expectedSheet(eventsUnder(told.flat(), level, row.nodeId, options), options);
                const values = Object.fromEntries(COLUMNS.map((column) => [column, row.values[column]]));
                expect({ row: row.id, ...values }).toEqual({
                  row: row.id,
                  ...Object.fromEntries(COLUMNS.map((column) => [column, expected.total[column]])),
                });
              }
            }
          },
        ),
        { numRuns: store.name === 'SQLite' ? 30 : 8 },
      );
    }, 120_000);
  });
});

const COLUMNS = [
  ...['sent', 'delivered', 'hardBounced', 'softBounced', 'pending', 'aborted', 'opened', 'openRate', 'clicked'],
  ...['unsubscribed', 'totalOpens', 'totalClicks', 'firstActivityAt', 'lastActivityAt', 'firstSentAt'],
];

/** The events of the messages of which the earliest to say so, what tells of the sending first, names this one. */
function eventsUnder(
  all: readonly CanonicalEvent[],
  level: 'variant' | 'run',
  name: string,
  options: BruteOptions,
): CanonicalEvent[] {
  const byId = new Map<string, CanonicalEvent>();
  for (const event of all) if (!byId.has(event.id!)) byId.set(event.id!, event);
  const other = new Set<string>();
  for (const message of messagesOf(bruteEvents(all), options)) {
    const telling = message
      .map(({ id }) => byId.get(id)!)
      .filter((event) => (level === 'variant' ? event.variant : event.run))
      .sort(
        (a, b) =>
          Number(b.kind === 'sent') - Number(a.kind === 'sent') ||
          Date.parse(a.at) - Date.parse(b.at) ||
          (a.id! < b.id! ? -1 : 1),
      );
    const first = telling[0];
    const own = (level === 'variant' ? first?.variant : first?.run?.id) ?? '';
    if (own !== name) for (const { id } of message) other.add(id);
  }
  return all.filter(({ id }) => !other.has(id!));
}

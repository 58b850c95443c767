import type { CanonicalEvent, ReportQuery, Sheet } from '@tallysheet/contract';
import { aMessage, eachStore, eventsOf } from '@tallysheet/testing';
import fc from 'fast-check';
import { bruteEvents, bruteForceDistinct } from '../testing/oracle';
import { boundsOf, FRAME_CASES, telling } from '../testing/frame-cases';
import { histories } from '../testing/random-history';
import { useApp } from '../testing/use-app';

const sends = (person: string, campaign: string, run: string | undefined, at: string, email = '1: Invite') =>
  aMessage({ person, campaign, email, ...(run && { run }) }).sent(at);

/**
 * Spring runs twice and reaches Ada and Ben, then Ben (by another email) and Cleo; Autumn once, Ada and Dana, and once
 * more without saying so, Eve, who is Ada.
 */
const events = eventsOf(
  sends('ada', 'spring: Spring', 'r1', '2024-03-01 09:00'),
  sends('ben', 'spring: Spring', 'r1', '2024-03-01 09:00'),
  sends('ben', 'spring: Spring', 'r2', '2024-03-08 09:00', '2: Reminder'),
  sends('cleo', 'spring: Spring', 'r2', '2024-03-08 09:00', '2: Reminder').opened('2024-04-02 08:00'),
  sends('ada', 'autumn: Autumn', 'r1', '2024-03-09 09:00'),
  sends('dana', 'autumn: Autumn', 'r1', '2024-03-09 09:00'),
  sends('eve', 'autumn: Autumn', undefined, '2024-03-09 09:00'),
);
const aboutPerson = (kind: 'personMerged' | 'personDeleted', id: string, merged?: string[]): CanonicalEvent => ({
  ...{ id: `${kind}-${id}`, kind, at: '2024-03-20T09:00:00Z', person: { id } },
  ...(merged && { mergedPersons: merged }),
});

const figures = (sheet: Sheet) =>
  Object.fromEntries(
    [...sheet.rows, { ...sheet.total, name: 'Total' }].map(({ name, values }) => [
      name,
      [values['runCount'], values['peopleProcessed']],
    ]),
  );

describe('Campaign activity', () => {
  eachStore((store) => {
    const app = useApp(store);
    const activity = (query: Partial<ReportQuery> = {}) =>
      app().sheet({ reportType: 'campaign-activity', columns: undefined, ...query });

    it('counts runs and people of each campaign, and anew for the total', async () => {
      await app().take(events);
      expect(figures(await activity())).toEqual({ Autumn: [1, 3], Spring: [2, 3], Total: [3, 5] });
      await app().take([aboutPerson('personMerged', 'ada', ['eve'])]);
      expect(figures(await activity())).toEqual({ Autumn: [1, 2], Spring: [2, 3], Total: [3, 4] });
    });

    it('leaves deleted people out where that is asked for', async () => {
      await app().take([...events, aboutPerson('personDeleted', 'ben')]);
      expect(figures(await activity())).toMatchObject({ Spring: [2, 3], Total: [3, 5] });
      const left = await activity({ hideDeletedPeople: true });
      expect(figures(left)).toMatchObject({ Spring: [2, 2], Total: [3, 4] });
    });

    it('has runs and people where they were sent, whatever happened later', async () => {
      await app().take(events);
      const march = await activity({ timeFrame: { from: '2024-03-01', to: '2024-03-08' } });
      expect(figures(march)).toEqual({ Spring: [2, 3], Total: [2, 3] });
      const april = await activity({ timeFrame: { from: '2024-04-01', to: '2024-04-30' }, timeBasis: 'activity' });
      expect(april.rows.map(({ name, values }) => [name, values])).toEqual([
        ['Spring', { runCount: null, peopleProcessed: 0, lastActivityAt: '2024-04-02T08:00:00.000Z' }],
      ]);
      expect(april.notes.map(({ code }) => code)).not.toContain('rates-mix-cohorts');
    });

    it('counts at each level, so that nobody counts twice in a program or a type of campaign', async () => {
      await app().take(events);
      const trigger = 'UPDATE smart_campaign SET campaign_type = ? WHERE id = ?';
      await app().database.store.transaction((transaction) => transaction.query(trigger, ['trigger', 'autumn']));
      const byType = await activity({ groupBy: ['campaignType', 'campaign'] });
      expect(byType.rows.map(({ kind, nodeId, name }) => [kind, nodeId, name])).toEqual([
        ['campaignType', 'batch', 'Batch'],
        ['campaign', 'spring', 'Spring'],
        ['campaignType', 'trigger', 'Triggered'],
        ['campaign', 'autumn', 'Autumn'],
      ]);
      const program = await activity({ groupBy: ['program', 'campaign'] });
      expect(figures(program)).toEqual({ Unassigned: [3, 5], Autumn: [1, 3], Spring: [2, 3], Total: [3, 5] });
    });

    it('counts within the asset filter, compares, sorts and calculates with what it counted', async () => {
      await app().take(events);
      expect(figures(await activity({ assetFilter: { assets: ['2'] } }))).toEqual({ Spring: [1, 2], Total: [1, 2] });
      const compared = await activity({
        timeFrame: { from: '2024-03-08', to: '2024-03-14' },
        compare: { to: 'previous-period' },
        calculatedColumns: [{ id: 'each', label: 'Each', formula: 'peopleProcessed / runCount', unit: 'number' }],
        sort: [{ columnId: 'peopleProcessed', direction: 'desc' }],
        columns: ['peopleProcessed', 'each'],
      });
      expect(compared.rows.map(({ name }) => name)).toEqual(['Autumn', 'Spring']);
      expect(compared.rows[1]!.values).toMatchObject({
        ...{ peopleProcessed: 2, 'peopleProcessed:other': 2, 'peopleProcessed:change': 0, each: 2 },
      });
      expect(compared.total.values).toMatchObject({ peopleProcessed: 5, 'peopleProcessed:other': 2 });
      const top = await activity({ top: 1 });
      expect(top.rows[1]!.values).toMatchObject({ runCount: null, peopleProcessed: null });
    });

    it('shows no number of runs where none is told', async () => {
      await app().take(eventsOf(sends('ada', 'welcome: Welcome', undefined, '2024-03-01 09:00')));
      expect(figures(await activity())).toEqual({ Welcome: [null, 1], Total: [null, 1] });
    });

    it('explains a number, and says that it has no list of messages', async () => {
      await app().take(events);
      const cell = { reportType: 'campaign-activity', timeFrame: { preset: 'all-time' }, rowId: 'campaign:spring' };
      const ask = (path: string) =>
        app()
          .http.post(path)
          .send({ ...cell, columnId: 'peopleProcessed' });
      expect((await ask('/api/sheets/explain').expect(200)).body).toMatchObject({
        ...{ value: 3, listed: false, rule: 'Number of different people, counted anew for each total' },
      });
      expect((await ask('/api/sheets/people').expect(422)).body).toMatchObject({ code: 'cell-not-countable' });
    });

    it('is in every random world the count by hand, of each campaign and of all', async () => {
      await fc.assert(
        fc.asyncProperty(
          histories(telling(Date.now())),
          fc.constantFrom(...FRAME_CASES),
          fc.boolean(),
          async (batches, frame, hideDeleted) => {
            await app().empty();
            for (const batch of batches) await app().take(batch);
            const { timeFrame, timeZone } = frame;
            const sheet = await activity({ timeFrame, timeZone, hideDeletedPeople: hideDeleted });
            const now = Date.parse(sheet.computedAt);
            const all = bruteEvents(batches.flat());
            const count = (some: typeof all) =>
              bruteForceDistinct(some, {
                ...{ softBounce: 'last-word', repeatSends: 'collapse', repeatKey: 'run', proximitySeconds: 0 },
                ...{ ...boundsOf(frame, now), basis: 'sent', humanOnly: false, hideDeleted, now },
              });
            const shown = [...sheet.rows, { ...sheet.total, nodeId: '' }].map(({ nodeId, values }) => ({
              // No run, or none that was told of: that is not known, and so no number.
              ...{ nodeId, people: values['peopleProcessed'], runs: values['runCount'] ?? 0 },
            }));
            const expected = shown.map(({ nodeId }) => ({
              ...{ nodeId, ...count(all.filter(({ campaign }) => !nodeId || !campaign || campaign === nodeId)) },
            }));
            expect(shown).toEqual(expected);
          },
        ),
        { numRuns: store.name === 'SQLite' ? 40 : 12 },
      );
    }, 100_000);
  });
});

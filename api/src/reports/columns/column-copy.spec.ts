import { AUDIENCES, COUNTERS, EXTREME_IDS, TALLY_BASES, type CanonicalEvent } from '@tallysheet/contract';
import { countColumns } from '@tallysheet/counting';
import { aMessage, eachStore, eventsOf, utc } from '@tallysheet/testing';
import fc from 'fast-check';
import { columnOf } from '../../database/facts/fact-table';
import { knownPairs } from '../../ingest/pairs';
import { LOCAL_CTX } from '../../platform/workspace-id';
import { histories } from '../../testing/random-history';
import type { TestApp } from '../../testing/test-app';
import { useApp, withApps } from '../../testing/use-app';
import { ColumnCopy } from './column-copy';
import { textOfPair } from './workspace-columns';

const { workspaceId } = LOCAL_CTX;
const MOMENTS = ['2024-02-29 23:59', '2024-03-01 00:00', '2024-03-04 10:00'].map((text) => Date.parse(utc(text)));
const ALWAYS = { from: -Infinity, to: Infinity };

/** What everybody in the columns adds up to, in the words of the tallies of all time. */
async function counted(app: TestApp, copy = app.get(ColumnCopy)): Promise<unknown[]> {
  const rows: object[] = [];
  await app.database.store.snapshot(async (snapshot) => {
    const pairs = await knownPairs(snapshot, workspaceId);
    const { columns, people } = await copy.of(snapshot, app.database.store.dialect, workspaceId, pairs);
    for (const pair of pairs) {
      const everybody = new Uint8Array(people.size).fill(1);
      for (const audience of AUDIENCES) {
        for (const basis of TALLY_BASES) {
          const asked = { basis, audiences: [audience], people: everybody, extremes: EXTREME_IDS, ...ALWAYS };
          for (const { counters, extremes } of countColumns(columns.get(textOfPair(pair))!, asked).values()) {
            const { campaignKey, assetKey } = pair;
            rows.push({ campaignKey, assetKey, audience, basis, ...counters, ...extremes });
          }
        }
      }
    }
  });
  return inOrder(rows);
}

/** The tallies of all time as they are stored, without zeros. */
async function tallied(app: TestApp): Promise<unknown[]> {
  const rows = await app.database.store.query('SELECT * FROM tally WHERE grain = 4');
  const told = rows.map((row) => ({
    place: {
      ...{ campaignKey: row['campaign_key'], assetKey: row['asset_key'] },
      ...{ audience: AUDIENCES[Number(row['audience'])], basis: TALLY_BASES[Number(row['basis'])] },
    },
    counts: {
      ...Object.fromEntries(COUNTERS.map((id) => [id, Number(row[columnOf(id)])]).filter(([, n]) => n !== 0)),
      ...Object.fromEntries(
        EXTREME_IDS.flatMap((id) => (row[columnOf(id)] === null ? [] : [[id, Number(row[columnOf(id)])]])),
      ),
    },
  }));
  // A place that everything has left is still there.
  const filled = told.filter(({ counts }) => Object.keys(counts).length > 0);
  return inOrder(filled.map(({ place, counts }) => ({ ...place, ...counts })));
}

function inOrder(rows: readonly object[]): object[] {
  const sorted = rows.map((row) => Object.fromEntries(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))));
  return sorted.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

const first = eventsOf(aMessage({ person: '1' }).sent('2024-03-01 09:00').delivered('2024-03-01 09:01'));
const other = eventsOf(
  aMessage({ person: '2', campaign: '8498: Autumn' }).sent('2024-03-01 09:00').opened('2024-03-01 10:00'),
);

describe('Messages in memory', () => {
  eachStore((store) => {
    const app = useApp(store);

    it('add up to the tallies after every batch, whatever happens', async () => {
      await fc.assert(
        fc.asyncProperty(histories(MOMENTS), async (batches: CanonicalEvent[][]) => {
          await app().empty();
          for (const batch of batches) {
            await app().take(batch);
            expect(await counted(app())).toEqual(await tallied(app()));
          }
        }),
        { numRuns: store.name === 'SQLite' ? 40 : 10 },
      );
    }, 120_000);

    it('follow what another process has committed', () =>
      withApps(store, [{}, {}], async (one, another) => {
        await one.take(first);
        expect(await counted(one)).toEqual(await tallied(one));
        await another.take([...other, ...eventsOf(aMessage({ person: '1' }).opened('2024-03-02 08:00'))]);
        expect(await counted(one)).toEqual(await tallied(another));
      }));

    it('follow a change of what counting goes by', async () => {
      await app().take(
        eventsOf(
          aMessage({ person: '1' })
            .sent('2024-03-01 09:00')
            .delivered('2024-03-01 09:01')
            .softBounced('2024-03-01 09:02'),
        ),
      );
      await counted(app());
      await app().change({ softBounce: 'wins' });
      expect(await counted(app())).toEqual(await tallied(app()));
      await app().change({ softBounce: 'last-word' });
    });

    it('are read anew only where something has changed', async () => {
      await app().take([...first, ...other]);
      const { store: open } = app().database;
      const read = () =>
        open.snapshot(async (snapshot) => {
          const pairs = await knownPairs(snapshot, workspaceId);
          const { columns } = await app().get(ColumnCopy).of(snapshot, open.dialect, workspaceId, pairs);
          return [...columns.values()];
        });
      const before = await read();
      expect((await read()).every((columns) => before.includes(columns))).toBe(true);
      await app().take(eventsOf(aMessage({ person: '1' }).opened('2024-03-02 08:00')));
      const after = await read();
      expect(after.filter((columns) => before.includes(columns))).toHaveLength(1);
      expect(after).toHaveLength(2);
    });

    it('are none where they are given no room', () =>
      withApps(store, [{ columnsMb: 0 }], async (own) => {
        await own.take([...first, ...other]);
        const { store: open } = own.database;
        const found = await open.snapshot(async (snapshot) => {
          const pairs = await knownPairs(snapshot, workspaceId);
          return own.get(ColumnCopy).of(snapshot, open.dialect, workspaceId, pairs);
        });
        expect(found.columns.size).toBe(0);
      }));

    it('give way to newer ones where there is no more room', () =>
      withApps(store, [{ columnsMb: 0.04 }], async (own) => {
        // The people alone take nearly all of it.
        await own.take([...first, ...other]);
        expect(await counted(own)).toEqual(await tallied(own));
        expect(own.get(ColumnCopy).bytes).toBeLessThanOrEqual(0.04 * 2 ** 20);
      }));

    it('are read for the next who asks where there are more than may be read at once, sent in the period or not', async () => {
      await app().take([...first, ...eventsOf(aMessage({ person: '2' }).sent('2024-03-01 09:00')), ...other]);
      const copy = app().get(ColumnCopy);
      const { store: open } = app().database;
      const atHand = (room: number) =>
        open.snapshot(async (snapshot) => {
          const pairs = await knownPairs(snapshot, workspaceId);
          return (await copy.of(snapshot, open.dialect, workspaceId, pairs, room)).columns.size;
        });
      // Spring has two messages, Autumn one.
      expect(await atHand(1)).toBe(1);
      await copy.settled();
      expect(await atHand(0)).toBe(2);
    });
  });
});

import { AUDIENCES, COUNTERS, EXTREME_IDS, TALLY_BASES, type CanonicalEvent } from '@tallysheet/contract';
import { countColumns } from '@tallysheet/counting';
import { aMessage, eachStore, eventsOf, utc } from '@tallysheet/testing';
import fc from 'fast-check';
import { columnOf } from '../../database/facts/fact-tables';
import { knownPairs } from '../../ingest/pairs';
import { LOCAL_CTX } from '../../platform/workspace-id';
import { histories } from '../../testing/random-history';
import type { TestApp } from '../../testing/test-app';
import { useApp, withApps } from '../../testing/use-app';
import { ColumnCopy } from './column-copy';

const { workspaceId } = LOCAL_CTX;
const MOMENTS = ['2024-02-29 23:59', '2024-03-01 00:00', '2024-03-04 10:00'].map((text) => Date.parse(utc(text)));
const ALWAYS = { from: -Infinity, to: Infinity };

/** What everybody in the columns adds up to, in the words of the tallies of all time. */
async function counted(app: TestApp, copy: ColumnCopy): Promise<unknown[]> {
  const kept = copy.of(workspaceId);
  const rows: unknown[] = [];
  await app.database.store.snapshot(async (snapshot) => {
    const pairs = await knownPairs(snapshot, workspaceId);
    for await (const { pair, columns } of kept.of(snapshot, app.database.store.dialect, pairs)) {
      const people = new Uint8Array(kept.people.size).fill(1);
      for (const audience of AUDIENCES) {
        for (const basis of TALLY_BASES) {
          const asked = { basis, audiences: [audience], people, extremes: EXTREME_IDS, ...ALWAYS };
          for (const { counters, extremes } of countColumns(columns, asked).values()) {
            rows.push({ ...pair, audience, basis, ...counters, ...extremes });
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
          const copy = new ColumnCopy({ columnsMb: 1 });
          for (const batch of batches) {
            await app().take(batch);
            expect(await counted(app(), copy)).toEqual(await tallied(app()));
          }
        }),
        { numRuns: store.name === 'SQLite' ? 40 : 10 },
      );
    }, 120_000);

    it('follow what another process has committed', () =>
      withApps(store, [{}, {}], async (one, another) => {
        const copy = one.get(ColumnCopy);
        await one.take(first);
        expect(await counted(one, copy)).toEqual(await tallied(one));
        await another.take([...other, ...eventsOf(aMessage({ person: '1' }).opened('2024-03-02 08:00'))]);
        expect(await counted(one, copy)).toEqual(await tallied(another));
      }));

    it('follow a change of what counting goes by', async () => {
      const copy = new ColumnCopy({ columnsMb: 1 });
      await app().take(
        eventsOf(
          aMessage({ person: '1' })
            .sent('2024-03-01 09:00')
            .delivered('2024-03-01 09:01')
            .softBounced('2024-03-01 09:02'),
        ),
      );
      await counted(app(), copy);
      await app().change({ softBounce: 'wins' });
      expect(await counted(app(), copy)).toEqual(await tallied(app()));
      await app().change({ softBounce: 'last-word' });
    });

    it('are read anew only where something has changed', async () => {
      const copy = new ColumnCopy({ columnsMb: 1 });
      await app().take([...first, ...other]);
      await counted(app(), copy);
      await app().take(eventsOf(aMessage({ person: '1' }).opened('2024-03-02 08:00')));
      const read = jest.spyOn(app().database.store.dialect, 'by');
      await counted(app(), copy);
      expect(read.mock.calls.length).toBeGreaterThan(0);
      read.mockClear();
      await counted(app(), copy);
      expect(read).not.toHaveBeenCalled();
      read.mockRestore();
    });

    it('keep to the room that they are given, those that nobody asks for going first', async () => {
      const copy = new ColumnCopy({ columnsMb: 0 });
      await app().take([...first, ...other]);
      const all = await counted(app(), copy);
      expect(copy.bytes).toBeGreaterThan(0);
      copy.makeRoom();
      expect(copy.bytes).toBe(0);
      expect(await counted(app(), copy)).toEqual(all);
    });
  });
});

import type { CanonicalEvent, SmartList } from '@tallysheet/contract';
import { coverFrame } from '@tallysheet/report-model';
import { aMessage, eachStore, eventsOf } from '@tallysheet/testing';
import { LOCAL_CTX } from '../../platform/workspace-id';
import { ListPeopleService } from '../../smart-lists/list-people.service';
import { all, none } from '../../testing/listed';
import type { TestApp } from '../../testing/test-app';
import { useApp, withApps } from '../../testing/use-app';
import type { SheetQuery } from '../compile/sheet-query';
import { SheetService } from '../sheet.service';
import { ListedMessages } from './listed-messages';

const march = { from: '2024-03-01', to: '2024-03-31' };
const IN_ZURICH: SmartList = all({ attribute: 'City', operator: 'is', values: ['Zürich'] });

/** Ada and Ben live in Zurich, Cleo does not; Ada has a message of April too. */
const events = eventsOf(
  aMessage({ person: 'ada', campaign: '1: Spring', email: '1: Invite' })
    .sent('2024-03-01 09:00')
    .delivered('2024-03-01 09:01')
    .opened('2024-03-02 10:00')
    .opened('2024-04-02 10:00'),
  aMessage({ person: 'ada', campaign: '1', email: '2: Thanks' }).sent('2024-04-01 09:00'),
  aMessage({ person: 'ben', campaign: '1', email: '1' }).sent('2024-03-01 09:00').hardBounced('2024-03-01 09:05'),
  aMessage({ person: 'cleo', campaign: '1', email: '1' })
    .sent('2024-03-01 09:00')
    .clicked('2024-03-05 10:00', 'https://shop.example/'),
  aMessage({ person: 'cleo', campaign: '2: Autumn', email: '1' }).sent('2024-03-03 09:00'),
);

const CITIZENS = 'Id,City\nada,Zürich\nben,zurich\ncleo,Bern\n';
const COLUMNS = ['sent', 'delivered', 'hardBounced', 'opened', 'openRate', 'totalOpens'];

async function listedOnly(app: TestApp, list: SmartList, query: SheetQuery, perRead: number): Promise<string[]> {
  const calendar = { timeZone: 'UTC', weekStart: 'monday' as const, now: Date.now() };
  const { store } = app.database;
  return store.snapshot(async (snapshot) => {
    const people = await app.get(ListPeopleService).people(LOCAL_CTX, snapshot, list, { calendar, humanOnly: false });
    const pairs = await snapshot.query<{ campaignKey: number; assetKey: number }>(
      'SELECT campaign_key AS campaignKey, asset_key AS assetKey FROM campaign_asset',
    );
    const found: string[] = [];
    const messages = new ListedMessages(snapshot, store.dialect, query, people, undefined, perRead);
    for await (const { message } of messages.of(pairs)) found.push(JSON.stringify(message.facts));
    return found.sort();
  });
}

describe('A sheet of a smart list', () => {
  eachStore((store) => {
    const app = useApp(store);
    const bring = async () => {
      await app().import(CITIZENS, { format: 'people' });
      await app().take(events);
    };

    it('counts the messages of its people, and says how many people and messages are in and out', async () => {
      await bring();
      const sheet = await app().sheet({ timeFrame: march, columns: COLUMNS, smartList: IN_ZURICH });
      // Ada's and Ben's; Autumn was sent to Cleo only and has no row.
      expect(sheet.rows.map(({ id }) => id)).toEqual(['campaign:1', 'campaign:1/asset:1']);
      const counted = { sent: 2, delivered: 1, hardBounced: 1, opened: 1, openRate: 1, totalOpens: 2 };
      expect(sheet.total.values).toMatchObject(counted);
      expect(sheet.smartList).toEqual({ people: { in: 2, out: 1 }, messages: { in: 2, out: 2 } });
      const rest = await app().sheet({ timeFrame: march, columns: COLUMNS, smartList: none(IN_ZURICH) });
      expect(rest.total.values).toMatchObject({ sent: 2, delivered: 1, opened: 1, totalOpens: 0 });
      expect(rest.smartList).toEqual({ people: { in: 1, out: 2 }, messages: { in: 2, out: 2 } });
      expect((await app().sheet({ timeFrame: march })).smartList).toBeUndefined();
    });

    it('follows what has been committed since the last one, also by another process', () =>
      withApps(store, [{}, {}], async (one, another) => {
        await one.import(CITIZENS, { format: 'people' });
        await one.take(events);
        const sheet = () => one.sheet({ timeFrame: march, columns: COLUMNS, smartList: IN_ZURICH });
        expect((await sheet()).total.values).toMatchObject({ sent: 2, opened: 1 });
        await another.take(eventsOf(aMessage({ person: 'ben', campaign: '1', email: '1' }).opened('2024-03-09 10:00')));
        expect((await sheet()).total.values).toMatchObject({ sent: 2, opened: 2 });
        // Cleo moves to Zurich: nothing happened to a message.
        await another.import('Id,City\ncleo,Zürich\n', { format: 'people' });
        expect((await sheet()).total.values).toMatchObject({ sent: 4, opened: 3 });
        expect((await sheet()).smartList).toEqual({ people: { in: 3, out: 0 }, messages: { in: 4, out: 0 } });
      }));

    it('by date of activity has in and out whatever happened in the frame', async () => {
      await bring();
      const april = { timeFrame: { from: '2024-04-01', to: '2024-04-30' }, timeBasis: 'activity' as const };
      const sheet = await app().sheet({ ...april, columns: COLUMNS, smartList: IN_ZURICH });
      expect(sheet.total.values).toMatchObject({ sent: 1, opened: 0, totalOpens: 1 });
      expect(sheet.smartList).toEqual({ people: { in: 1, out: 0 }, messages: { in: 2, out: 0 } });
    });

    it('names what is left out beside it of the same people only', async () => {
      await bring();
      await app().database.small.query('UPDATE smart_campaign SET archived = 1 WHERE id = ?', ['2']);
      const note = async (smartList: SmartList) =>
        (await app().sheet({ columns: ['sent'], smartList })).notes.find(({ code }) => code === 'archived-left-out');
      expect(await note(none(IN_ZURICH))).toEqual({ code: 'archived-left-out', params: { count: 1 } });
      expect(await note(IN_ZURICH)).toBeUndefined();
    });

    it('of nobody tells when its people were sent something last', async () => {
      await bring();
      const may = { from: '2024-05-01', to: '2024-05-31' };
      const sheet = await app().sheet({ timeFrame: may, columns: ['sent'], smartList: none(IN_ZURICH) });
      expect(sheet.notes).toEqual([{ code: 'latest-send', params: { at: '2024-03-03T09:00:00.000Z' } }]);
      expect(sheet.smartList).toEqual({ people: { in: 0, out: 0 }, messages: { in: 0, out: 0 } });
    });

    it('lists its people behind a number, and explains it with the name of the list', async () => {
      await bring();
      const { body: saved } = await app()
        .http.post('/api/smart-lists')
        .send({ name: 'Zurich', smartList: IN_ZURICH })
        .expect(201);
      const cell = {
        ...{ reportType: 'campaign-email-performance', timeFrame: march, smartList: all({ list: saved.id }) },
        ...{ rowId: 'total', columnId: 'sent' },
      };
      const { body: page } = await app().http.post('/api/sheets/people').send(cell).expect(200);
      expect(page.total).toBe(2);
      expect(page.rows.map(({ person }: { person: { id: string } }) => person.id).sort()).toEqual(['ada', 'ben']);
      const explain = app().http.post('/api/sheets/explain').set('Accept-Language', 'fr');
      const { body: told } = await explain.send(cell).expect(200);
      expect(told.value).toBe(2);
      expect(told.filters.smartList).toEqual({
        ...{ name: 'Zurich', people: { in: 2, out: 1 }, messages: { in: 2, out: 2 } },
      });
      expect(told.text).toContain(
        'Seulement les messages des personnes de la liste dynamique «\u00a0Zurich\u00a0»\u00a0: 2 personnes sur 3.',
      );
    });

    it('finds each message once, however few people are read at a time and however many of them are one', async () => {
      await bring();
      const merged: CanonicalEvent = {
        ...{ id: 'm', kind: 'personMerged', at: '2024-03-01T00:00:00Z', person: { id: 'ada' } },
        mergedPersons: ['ben', 'cleo'],
      };
      await app().take([merged]);
      const bounds = [Date.parse('2024-03-01'), Date.parse('2024-05-01')] as const;
      for (const basis of ['sent', 'activity'] as const) {
        const query: SheetQuery = {
          ...{ workspaceId: 1, basis, audiences: ['live', 'deleted'], frame: coverFrame(...bounds), young: [] },
          ...{
            timeParts: [],
            messageLevels: [],
            counters: [],
            humanOnly: false,
            extremes: [],
            channel: 'email',
            filter: {},
          },
        };
        // All three are one: two messages of Spring, one of Autumn. Everybody's are looked up by campaign.
        for (const list of [all(), IN_ZURICH]) {
          const atOnce = await listedOnly(app(), list, query, 5000);
          expect(atOnce).toHaveLength(3);
          expect(await listedOnly(app(), list, query, 1)).toEqual(atOnce);
        }
      }
    });

    it('is given up with its reader', async () => {
      await bring();
      const gone = AbortSignal.abort(new Error('gone'));
      const query = { reportType: 'email-performance', timeFrame: march, smartList: IN_ZURICH };
      await expect(app().get(SheetService).run(LOCAL_CTX, query, gone)).rejects.toThrow('gone');
    });
  });
});

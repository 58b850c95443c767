import { aMessage, daysAgo, eachStore, eventsOf, isoOf, HOUR_MS } from '@tallysheet/testing';
import type { ReportQuery, Sheet, SheetRow } from '@tallysheet/contract';
import { useApp } from '../testing/use-app';

/** Twelve events, five of them on one Friday, whose every number can be checked by hand. */
const events = () => {
  const anHourAgo = isoOf(Date.now() - HOUR_MS);
  const launch = { campaign: '10: 2 Launch', email: '100: Invite' };
  return eventsOf(
    aMessage({ person: '1', ...launch })
      .sent('2024-03-01 09:00')
      .delivered('2024-03-01 09:01')
      .opened('2024-03-01 10:00')
      .clicked('2024-03-04 10:05', 'https://a.example/'),
    aMessage({ person: '2', ...launch })
      .sent('2024-03-01 09:00')
      .hardBounced('2024-03-01 09:02'),
    aMessage({ person: '3', ...launch }).sent('2024-03-01 09:00'),
    aMessage({ person: '1', campaign: '10', email: '101: Reminder' })
      .opened('2024-03-08 08:00')
      .unsubscribed('2024-03-08 08:01'),
    aMessage({ person: '1', campaign: '20: 10 Follow-up', email: '100' }).sent(daysAgo(9)).softBounced(daysAgo(8)),
    aMessage({ person: '2', campaign: '20', email: '100' }).sent(anHourAgo),
  );
};

const assets = {
  success: true,
  result: [
    { id: 9, name: 'Marketing', folderId: { id: 9, type: 'Folder' }, parent: null, path: '/Marketing' },
    { id: 45, name: 'Launches', folderId: { id: 45, type: 'Folder' }, parent: { id: 9, type: 'Folder' }, path: '/M/L' },
    { id: 1, name: 'Spring', channel: 'Email', folder: { type: 'Folder', value: 45 } },
    { id: 2, name: 'Autumn', channel: 'Email', folder: { type: 'Folder', value: 9 } },
    { id: 10, name: '2 Launch', type: 'batch', smartListId: 1, folder: { id: 1, type: 'Program' } },
    { id: 20, name: '10 Follow-up', type: 'batch', smartListId: 2, folder: { id: 2, type: 'Program' } },
  ],
};

describe('A worked example of the campaign email performance sheet', () => {
  eachStore((store) => {
    const app = useApp(store);
    beforeEach(() => app().take(events()));
    const sheet = (query: Partial<ReportQuery> = {}) => app().sheet(query);
    const valuesOf = ({ rows }: Sheet, name: string): SheetRow['values'] =>
      rows.find((row) => row.name === name)!.values;
    const names = ({ rows }: Sheet) => rows.map(({ level, name }) => `${'  '.repeat(level)}${name}`);

    it('counts each campaign and each email of it', async () => {
      const shown = await sheet();
      expect(valuesOf(shown, '2 Launch')).toMatchObject({
        ...{ sent: 4, delivered: 2, hardBounced: 1, softBounced: 0, pending: 0, aborted: 1 },
        ...{ deliveredRate: 0.5, hardBounceRate: 0.25, softBounceRate: 0 },
        ...{ opened: 2, openRate: 1, clicked: 1, clickRate: 0.5, clickToOpenRate: 0.5 },
        ...{ unsubscribed: 1, unsubscribeRate: 0.5, complained: 0, complaintRate: 0, forwarded: 0 },
        ...{ totalOpens: 2, totalClicks: 1, channel: 'email', subject: null, programName: 'Unassigned' },
        firstSentAt: '2024-03-01T09:00:00.000Z',
        firstActivityAt: '2024-03-01T10:00:00.000Z',
        lastActivityAt: '2024-03-08T08:01:00.000Z',
      });
      expect(shown.rows[1]).toMatchObject({
        ...{ id: 'campaign:10/asset:100', parentId: 'campaign:10', level: 1, kind: 'email', nodeId: '100' },
        values: { sent: 3, delivered: 1, hardBounced: 1, aborted: 1, opened: 1, clicked: 1, unsubscribed: 0 },
      });
      expect(shown.rows[2]).toMatchObject({
        name: 'Reminder',
        values: {
          sent: 1,
          delivered: 1,
          opened: 1,
          clicked: 0,
          unsubscribed: 1,
          firstSentAt: '2024-03-08T08:00:00.000Z',
        },
      });
    });

    it('leaves a rate over nothing empty, and shows zero where there is something to divide by', async () => {
      expect(valuesOf(await sheet(), '10 Follow-up')).toMatchObject({
        ...{ sent: 2, delivered: 0, softBounced: 1, pending: 1, aborted: 0, opened: 0 },
        ...{ deliveredRate: 0, softBounceRate: 0.5 },
        ...{ openRate: null, clickRate: null, clickToOpenRate: null, unsubscribeRate: null, firstActivityAt: null },
      });
    });

    it('divides the total’s rates after adding up', async () => {
      const { total } = await sheet();
      expect(total.values).toMatchObject({
        ...{ sent: 6, delivered: 2, hardBounced: 1, softBounced: 1, pending: 1, aborted: 1, opened: 2, clicked: 1 },
        ...{ deliveredRate: 2 / 6, openRate: 1, clickRate: 0.5, subject: null, programName: null },
      });
    });

    it('notes how many messages have no send record', async () => {
      expect((await sheet()).notes).toEqual([{ code: 'no-send-record', params: { count: 1 } }]);
    });

    it('in basis activity counts each thing on its day, and says that rates mix', async () => {
      const friday = { from: '2024-03-01', to: '2024-03-01' };
      const shown = await sheet({ timeFrame: friday, timeBasis: 'activity' });
      expect(shown.total.values).toMatchObject({
        sent: 3,
        delivered: 1,
        hardBounced: 1,
        aborted: 1,
        opened: 1,
        clicked: 0,
      });
      expect(shown.notes).toEqual([{ code: 'rates-mix-cohorts', params: {} }]);
      const monday = await sheet({ timeFrame: { from: '2024-03-04', to: '2024-03-04' }, timeBasis: 'activity' });
      expect(monday.total.values).toMatchObject({ sent: 0, delivered: 0, opened: 0, clicked: 1, clickRate: null });
    });

    it('in basis sent counts all that ever happened to what was sent on the day', async () => {
      const shown = await sheet({ timeFrame: { from: '2024-03-01', to: '2024-03-01' } });
      expect(names(shown)).toEqual(['2 Launch', '  Invite']);
      expect(shown.total.values).toMatchObject({ sent: 3, clicked: 1, lastActivityAt: '2024-03-04T10:05:00.000Z' });
    });

    it('says when the latest send was where a frame is empty', async () => {
      const june = { timeFrame: { from: '2024-06-01', to: '2024-06-30' } };
      const shown = await sheet({ ...june, assetFilter: { campaigns: ['10'] } });
      expect(shown).toMatchObject({ rows: [], total: { values: { sent: 0, openRate: null } } });
      expect(shown.notes).toEqual([{ code: 'latest-send', params: { at: '2024-03-08T08:00:00.000Z' } }]);
      expect((await sheet({ ...june, assetFilter: { campaigns: ['none'] } })).notes).toEqual([]);
    });

    it('sorts by name as people count, else by a column, missing values last either way', async () => {
      expect(names(await sheet())).toEqual(['2 Launch', '  Invite', '  Reminder', '10 Follow-up', '  Invite']);
      const sorted = async (columnId: string, direction: 'asc' | 'desc') =>
        names(await sheet({ sort: [{ columnId, direction }] }));
      expect(await sorted('name', 'desc')).toEqual(['10 Follow-up', '  Invite', '2 Launch', '  Reminder', '  Invite']);
      expect(await sorted('sent', 'asc')).toEqual(['10 Follow-up', '  Invite', '2 Launch', '  Reminder', '  Invite']);
      expect(await sorted('openRate', 'asc')).toEqual([
        '2 Launch',
        '  Invite',
        '  Reminder',
        '10 Follow-up',
        '  Invite',
      ]);
      expect(await sorted('openRate', 'desc')).toEqual([
        '2 Launch',
        '  Invite',
        '  Reminder',
        '10 Follow-up',
        '  Invite',
      ]);
    });

    it('is about the programs, folders, campaigns and emails that are asked for', async () => {
      await app().import(JSON.stringify(assets), { format: 'marketo-assets' });
      const about = async (assetFilter: ReportQuery['assetFilter']) => names(await sheet({ assetFilter }));
      const spring = ['2 Launch', '  Invite', '  Reminder'];
      const autumn = ['10 Follow-up', '  Invite'];
      expect(await about({ programs: ['1'] })).toEqual(spring);
      expect(await about({ programs: ['1', '2'] })).toEqual([...spring, ...autumn]);
      expect(await about({ folders: ['45'] })).toEqual(spring);
      expect(await about({ folders: ['9'] })).toEqual([...spring, ...autumn]);
      expect(await about({ folders: ['45'], programs: ['2'] })).toEqual([]);
      expect(await about({ campaigns: ['20'] })).toEqual(autumn);
      expect(await about({ assets: ['100'] })).toEqual(['2 Launch', '  Invite', ...autumn]);
      expect(await about({ assets: ['100'], programs: ['1'] })).toEqual(['2 Launch', '  Invite']);
      expect(await about({ channels: ['sms'] })).toEqual([]);
      expect(await about({ programs: [] })).toEqual([]);
    });

    it('shows the emails by themselves, over all campaigns, in the email performance report', async () => {
      const { rows } = await sheet({ reportType: 'email-performance', columns: ['sent', 'opened'] });
      expect(rows.map(({ id, level, name, values }) => [id, level, name, values])).toEqual([
        ['asset:100', 0, 'Invite', { sent: 5, opened: 1 }],
        ['asset:101', 0, 'Reminder', { sent: 1, opened: 1 }],
      ]);
    });
  });
});

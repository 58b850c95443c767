import type { ReportQuery, Sheet, SheetRow, TimeFrame } from '@tallysheet/contract';
import { aMessage, eachStore, eventsOf } from '@tallysheet/testing';
import { useApp } from '../testing/use-app';

const FEBRUARY: TimeFrame = { from: '2024-02-01', to: '2024-02-29' };
const MARCH: TimeFrame = { from: '2024-03-01', to: '2024-03-31' };
const SHOES = 'https://a.example/shoes';
const HATS = 'https://a.example/hats';

const spring = (person: string) => aMessage({ person, campaign: '10: Spring', email: '100: Invite' });

/** March: Spring 3 messages and New 1. February: Spring 2 and Old 1. */
const events = () =>
  eventsOf(
    spring('1').delivered('2024-03-05').opened('2024-03-05 10:00').clicked('2024-03-05 11:00', SHOES),
    spring('2').delivered('2024-03-05'),
    spring('3').sent('2024-03-05').hardBounced('2024-03-05'),
    aMessage({ person: '1', campaign: '30: New', email: '300: Note' }).delivered('2024-03-31 23:59'),
    spring('4').delivered('2024-02-29 23:59').opened('2024-03-02 10:00').clicked('2024-03-02 11:00', SHOES),
    spring('5').delivered('2024-02-01').clicked('2024-02-01 11:00', SHOES).clicked('2024-02-01 12:00', HATS),
    aMessage({ person: '1', campaign: '20: Old', email: '200: Last' }).delivered('2024-02-10'),
    spring('6').delivered('2024-01-31 23:59'),
  );

const calculated = { id: 'perOpen', label: 'Per open', formula: '=delivered / opened', unit: 'number' as const };

describe('A sheet beside another period', () => {
  eachStore((store) => {
    const app = useApp(store);
    const compared = (query: Partial<ReportQuery> = {}) =>
      app().sheet({ timeFrame: MARCH, compare: { to: FEBRUARY }, groupBy: ['campaign'], columns: ['sent'], ...query });
    const values = ({ rows }: Sheet) => Object.fromEntries(rows.map((row) => [row.name, row.values]));
    const names = ({ rows }: Sheet) => rows.map(({ level, name }) => `${'  '.repeat(level)}${name}`);

    beforeEach(() => app().take(events()));

    it('has the other number, the difference and its share beside each count, of rows and of the total', async () => {
      const sheet = await compared();
      expect(values(sheet)).toEqual({
        New: { sent: 1, 'sent:other': 0, 'sent:change': 1, 'sent:changeRate': null },
        Old: { sent: 0, 'sent:other': 1, 'sent:change': -1, 'sent:changeRate': -1 },
        Spring: { sent: 3, 'sent:other': 2, 'sent:change': 1, 'sent:changeRate': 0.5 },
      });
      expect(sheet.total.values).toEqual({
        ...{ sent: 4, 'sent:other': 3, 'sent:change': 1, 'sent:changeRate': 1 / 3 },
      });
      expect(sheet.compare).toEqual({ from: '2024-02-01T00:00:00.000Z', to: '2024-03-01T00:00:00.000Z' });
    });

    it('has the other rate and the difference in points beside each rate, empty where one has no denominator', async () => {
      const { rows, total } = await compared({ columns: ['deliveredRate'] });
      const [of, other, change] = ['deliveredRate', 'deliveredRate:other', 'deliveredRate:change'] as const;
      const rate = (each: SheetRow['values']) => [each[of], each[other], each[change], each[`${of}:changeRate`]];
      expect(rows.map((row) => [row.name, ...rate(row.values)])).toEqual([
        ['New', 1, null, null, undefined],
        ['Old', null, 1, null, undefined],
        ['Spring', 2 / 3, 1, 2 / 3 - 1, undefined],
      ]);
      expect(rate(total.values)).toEqual([3 / 4, 1, -1 / 4, undefined]);
      // The whole numbers that the other rate divides.
      expect(total.values).toMatchObject({ 'delivered:other': 3, 'sent:other': 3 });
    });

    it('compares a calculated column by what it makes of each period, and no text and no date', async () => {
      const columns = ['perOpen', 'subject', 'firstSentAt'];
      const sheet = await compared({ columns, calculatedColumns: [calculated] });
      // March: 2 delivered, 1 opened. February: 2 delivered, and both opened, as who clicks has opened.
      expect(values(sheet)['Spring']).toEqual({
        ...{ perOpen: 2, 'perOpen:other': 1, 'perOpen:change': 1, 'perOpen:changeRate': 1 },
        ...{ subject: null, firstSentAt: '2024-03-05T00:00:00.000Z' },
      });
      expect(values(sheet)['Old']).toMatchObject({ perOpen: null, 'perOpen:other': null, firstSentAt: null });
      expect(sheet.columns).toEqual([
        { id: 'perOpen', label: 'Per open', unit: 'number' },
        { id: 'perOpen:other', label: 'Per open (compared)', unit: 'number', of: 'perOpen', compared: 'other' },
        { id: 'perOpen:change', label: 'Per open (change)', unit: 'number', of: 'perOpen', compared: 'change' },
        {
          ...{ id: 'perOpen:changeRate', label: 'Per open (change, %)', unit: 'rate' },
          ...{ of: 'perOpen', compared: 'changeRate' },
        },
        { id: 'subject', label: 'Subject', unit: 'text' },
        { id: 'firstSentAt', label: 'First sent', unit: 'instant' },
      ]);
    });

    it('keeps to the messages of each period with `sent`, to what happened in each with `activity`', async () => {
      const opened = async (timeBasis: ReportQuery['timeBasis']) =>
        (await compared({ columns: ['opened'], timeBasis })).total.values;
      expect(await opened('sent')).toMatchObject({ opened: 1, 'opened:other': 2 });
      // Message 4 was sent in February and opened in March.
      expect(await opened('activity')).toMatchObject({ opened: 2, 'opened:other': 1 });
    });

    it('lists what counts in the other period only, with the rows above it, in the sheet’s order', async () => {
      const sheet = await compared({
        groupBy: ['campaign', 'asset'],
        sort: [{ columnId: 'name', direction: 'desc' }],
      });
      expect(names(sheet)).toEqual(['Spring', '  Invite', 'Old', '  Last', 'New', '  Note']);
      expect(sheet.rows[3]).toMatchObject({ parentId: 'campaign:20', id: 'campaign:20/asset:200', nodeId: '200' });
    });

    it('is sorted by any of its columns', async () => {
      const by = async (columnId: string, direction: 'asc' | 'desc') =>
        names(await compared({ columns: ['opened'], sort: [{ columnId, direction }] }));
      expect(await by('sent:other', 'desc')).toEqual(['Spring', 'Old', 'New']);
      expect(await by('sent:change', 'asc')).toEqual(['Old', 'New', 'Spring']);
      expect(await by('deliveredRate:change', 'desc')).toEqual(['Spring', 'New', 'Old']);
    });

    it('takes the first rows and those that are found after both periods have met', async () => {
      const first = await compared({ sort: [{ columnId: 'sent:other', direction: 'desc' }], top: 1 });
      expect(names(first)).toEqual(['Spring', 'Others']);
      // New has 1 message in March, Old has 1 in February.
      expect(values(first)['Others']).toEqual({
        ...{ sent: 1, 'sent:other': 1, 'sent:change': 0, 'sent:changeRate': 0 },
      });
      const fewest = await compared({
        columns: ['deliveredRate'],
        sort: [{ columnId: 'sent', direction: 'asc' }],
        top: 1,
      });
      expect(names(fewest)).toEqual(['Old', 'Others']);
      expect(values(fewest)['Others']).toMatchObject({ 'deliveredRate:other': 1, 'deliveredRate:change': 3 / 4 - 1 });
      expect(names(await compared({ search: 'old' }))).toEqual(['Old']);
    });

    it('has each link’s people and shares of its own period', async () => {
      const links = await compared({
        ...{ reportType: 'email-link-performance', groupBy: ['asset', 'link'], columns: ['people', 'clicksShare'] },
      });
      const beneath = values(links);
      // Messages sent in March: one click on shoes. In February: two people on shoes, one of them on hats too.
      expect(beneath[SHOES]).toMatchObject({
        people: 1,
        'people:other': 2,
        clicksShare: 1,
        'clicksShare:other': 2 / 3,
      });
      expect(beneath[HATS]).toMatchObject({
        people: 0,
        'people:other': 1,
        clicksShare: 0,
        'clicksShare:other': 1 / 3,
      });
      expect(links.total.values).toMatchObject({ people: 1, 'people:other': 2, 'people:change': -1 });
    });

    it('says so where the period itself is empty', async () => {
      const sheet = await compared({ timeFrame: { from: '2024-06-01', to: '2024-06-30' } });
      expect(sheet.total.values).toEqual({
        ...{ sent: 0, 'sent:other': 3, 'sent:change': -3, 'sent:changeRate': -1 },
      });
      expect(sheet.notes).toContainEqual({ code: 'latest-send', params: { at: '2024-03-31T23:59:00.000Z' } });
    });

    it('goes into files and saved reports', async () => {
      const query = {
        ...{ reportType: 'campaign-email-performance', groupBy: ['campaign'], columns: ['sent', 'deliveredRate'] },
        ...{ timeFrame: MARCH, compare: { to: FEBRUARY }, sort: [{ columnId: 'sent:change', direction: 'desc' }] },
      };
      const { body: report } = await app().http.post('/api/reports').send({ name: 'Mine', query }).expect(201);
      expect(report.query).toEqual(query);
      const { text } = await app()
        .http.get(`/api/reports/${report.id}/export?format=csv`)
        .set('Accept-Language', 'fr')
        .expect(200);
      expect(text.slice(1).trimEnd().split('\r\n')).toEqual([
        'Campagne dynamique,Envoyés,Envoyés (comparé),Envoyés (écart),"Envoyés (écart, %)",' +
          '% Délivrés,% Délivrés (comparé),"% Délivrés (écart, pts)"',
        'New,1,0,1,,1,,',
        `Spring,3,2,1,0.5,${2 / 3},1,${2 / 3 - 1}`,
        'Old,0,1,-1,-1,,1,',
        `Total,4,3,1,${1 / 3},0.75,1,-0.25`,
      ]);
    });
  });
});

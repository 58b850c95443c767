import type { Explanation } from '@tallysheet/contract';
import { aMessage, eachStore, eventsOf } from '@tallysheet/testing';
import { useApp } from '../../testing/use-app';

const march = {
  reportType: 'campaign-email-performance',
  timeFrame: { from: '2024-03-01', to: '2024-03-31' },
};

describe('How a number was made', () => {
  eachStore((store) => {
    const app = useApp(store);
    const explain = async (body: object, language = 'en'): Promise<Explanation> => {
      const call = app().http.post('/api/sheets/explain').set('Accept-Language', language);
      return (await call.send({ ...march, ...body }).expect(200)).body;
    };
    beforeEach(() =>
      app().take(
        eventsOf(
          aMessage({ person: '1', campaign: '1: Spring', email: '1: Invite' })
            .sent('2024-03-01 09:00')
            .delivered('2024-03-01 09:01')
            .clicked('2024-03-01 10:00', 'https://shop.example/a'),
          aMessage({ person: '2', campaign: '1', email: '1' })
            .sent('2024-03-01 09:00')
            .delivered('2024-03-01 09:01')
            .clicked('2024-03-01 10:00', 'https://shop.example/a', { bot: true }),
          aMessage({ person: '3', campaign: '1', email: '1' }).delivered('2024-03-02 09:00'),
          aMessage({ person: '4', campaign: '1', email: '1' }).sent('2024-03-02 09:00'),
          aMessage({ person: '5', campaign: '1', email: '1' }).sent('2024-03-02 09:00', { test: true }),
        ),
      ),
    );

    it('names the two counts of a rate, its time and zone, and all that is not in it', async () => {
      const cell = { rowId: 'campaign:1', columnId: 'clickRate', humanOnly: true, timeZone: 'Europe/Paris' };
      const told = await explain(cell);
      expect(told).toMatchObject({
        rowName: 'Spring',
        label: '% Clicked',
        value: 1 / 3,
        rule: 'Clicked link ÷ Delivered',
        parts: [
          { rowId: 'campaign:1', columnId: 'clicked', label: 'Clicked link', value: 1 },
          { rowId: 'campaign:1', columnId: 'delivered', label: 'Delivered', value: 3 },
        ],
        timeFrame: {
          from: '2024-02-29T23:00:00.000Z',
          to: '2024-03-31T22:00:00.000Z',
          timeZone: 'Europe/Paris',
          basis: 'sent',
        },
        filters: { assets: false, humanOnly: true, hideDeletedPeople: false },
        excluded: { bots: 1, aborted: 1, noSendRecord: 1, testSends: 1 },
      });
      expect(told.text).toContain('Clicked link, 1, divided by Delivered, 3.');
      expect(told.text).toContain('1 test send is left out.');
      expect(told.text).toContain(
        'From 2024-03-01 00:00 until before 2024-04-01 00:00 (Europe/Paris), by date of sending.',
      );
      expect((await explain(cell, 'fr')).text).toContain('Lien cliqué, 1, divisé par Délivrés, 3.');
    });

    it('takes the denominator of a share from the row above', async () => {
      const links = { reportType: 'email-link-performance' };
      const { body: sheet } = await app()
        .http.post('/api/sheets')
        .send({ ...march, ...links });
      const row = sheet.rows.find(({ kind }: { kind: string }) => kind === 'link');
      const told = await explain({ ...links, rowId: row.id, columnId: 'clicksShare' });
      expect(told.value).toBe(1);
      expect(told.parts).toEqual([
        { rowId: row.id, columnId: 'clicks', label: 'Clicks', unit: 'count', value: 2 },
        { rowId: row.parentId, columnId: 'clicks', label: 'Clicks', unit: 'count', value: 2 },
      ]);
      expect(told.excluded).toEqual({ bots: null, aborted: null, noSendRecord: null, testSends: null });
    });

    it('gives every cell of a sheet the value that the sheet shows', async () => {
      const { body: sheet } = await app().http.post('/api/sheets').send(march);
      for (const { id, values } of [...sheet.rows, sheet.total]) {
        for (const columnId of Object.keys(values)) {
          expect({ id, columnId, value: (await explain({ rowId: id, columnId })).value }).toEqual({
            ...{ id, columnId },
            value: values[columnId],
          });
        }
      }
    });
  });
});

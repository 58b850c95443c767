import type { PersonBehind } from '@tallysheet/contract';
import { aMessage, eachStore, eventsOf } from '@tallysheet/testing';
import { parse } from 'csv-parse/sync';
import { useApp } from '../../testing/use-app';

const march = {
  reportType: 'campaign-email-performance',
  timeFrame: { from: '2024-03-01', to: '2024-03-31' },
};

describe('Who is behind a number', () => {
  eachStore((store) => {
    const app = useApp(store);
    const ask = (body: object) =>
      app()
        .http.post('/api/sheets/people')
        .send({ ...march, ...body });
    const people = async (body: object): Promise<PersonBehind[]> => (await ask(body).expect(200)).body.rows;
    const take = () =>
      app().take(
        eventsOf(
          aMessage({ person: '1', campaign: '1: Spring', email: '1: Invite' })
            .sent('2024-03-01 09:00', { person: { id: '1', address: 'ada@a.example' } })
            .opened('2024-03-01 10:00')
            .opened('2024-04-02 11:00')
            .clicked('2024-04-02 11:01', 'https://shop.example/a'),
          aMessage({ person: '2', campaign: '1', email: '1' }).sent('2024-03-02 09:00').hardBounced('2024-03-02 09:05'),
          aMessage({ person: '3', campaign: '2: Autumn', email: '2: Save the date' }).sent('2024-03-31 23:30'),
          aMessage({ person: '4', campaign: '2', email: '2' }).sent('2024-04-01 00:30'),
        ),
      );

    it('says who, what became of the message, when, and which links were clicked', async () => {
      await take();
      await app().import('Lead Id,First Name,Last Name\n1,Ada,Lovelace\n', { format: 'people' });
      const { body } = await ask({ rowId: 'campaign:1/asset:1', columnId: 'opened' }).expect(200);
      expect(body).toMatchObject({ total: 1, sent: 2, next: null });
      expect(body.rows).toEqual([
        {
          id: expect.any(String),
          person: { id: '1', name: 'Ada Lovelace', address: 'ada@a.example', deleted: false },
          campaign: { id: '1', name: 'Spring' },
          asset: { id: '1', name: 'Invite' },
          state: 'delivered',
          moments: {
            sentAt: '2024-03-01T09:00:00.000Z',
            deliveredAt: '2024-03-01T10:00:00.000Z',
            bouncedAt: null,
            openedAt: '2024-03-01T10:00:00.000Z',
            clickedAt: '2024-04-02T11:01:00.000Z',
            unsubscribedAt: null,
            complainedAt: null,
            forwardedAt: null,
          },
          links: [{ id: expect.any(String), url: 'https://shop.example/a', label: null }],
          at: null,
        },
      ]);
    });

    it('has a line for each event where events are counted, in the frame by date of activity', async () => {
      await take();
      const opens = { rowId: 'total', columnId: 'totalOpens' };
      expect((await people(opens)).map(({ at }) => at)).toEqual([
        '2024-03-01T10:00:00.000Z',
        '2024-04-02T11:00:00.000Z',
      ]);
      const inMarch = await people({ ...opens, timeBasis: 'activity' });
      expect(inMarch.map(({ at }) => at)).toEqual(['2024-03-01T10:00:00.000Z']);
    });

    it('goes on where the page before ended, campaign by campaign in the order of sending', async () => {
      await take();
      const cell = { rowId: 'total', columnId: 'sent', limit: 2 };
      const { body: first } = await ask(cell).expect(200);
      const { body: second } = await ask({ ...cell, cursor: first.next }).expect(200);
      const ids = [...first.rows, ...second.rows].map(({ person }: PersonBehind) => person.id);
      expect({ ids, total: second.total, next: second.next }).toEqual({ ids: ['1', '2', '3'], total: 3, next: null });
      expect(second.computedAt).toBe(first.computedAt);
    });

    it('keeps the line of a deleted person, without anything that tells who it was', async () => {
      await take();
      await app().take([{ id: 'gone', kind: 'personDeleted', at: '2024-05-01T00:00:00Z', person: { id: '1' } }]);
      const sent = { rowId: 'campaign:1', columnId: 'sent' };
      const nobody = { id: null, name: null, address: null, deleted: true };
      expect((await people(sent)).map(({ person }) => person.deleted)).toEqual([true, false]);
      expect((await people(sent))[0]!.person).toEqual(nobody);
      expect(await people({ ...sent, hideDeletedPeople: true })).toHaveLength(1);
    });

    it('lists who clicked a link', async () => {
      await take();
      const links = { reportType: 'email-link-performance' };
      const { body: sheet } = await app()
        .http.post('/api/sheets')
        .send({ ...march, ...links });
      const row = sheet.rows.find(({ kind }: { kind: string }) => kind === 'link');
      const [line, ...others] = await people({ ...links, rowId: row.id, columnId: 'clicks' });
      expect(line).toMatchObject({ person: { id: '1' }, at: '2024-04-02T11:01:00.000Z' });
      expect(others).toEqual([]);
    });

    it('names the two counts of a rate in place of listing it, and has nobody behind a text', async () => {
      await take();
      const of = async (columnId: string, body: object = {}) =>
        (await ask({ rowId: 'total', columnId, ...body }).expect(422)).body;
      expect(await of('openRate')).toMatchObject({
        code: 'cell-not-countable',
        params: { column: 'openRate', of: 'openedTracked', over: 'deliveredTracked' },
      });
      expect(await of('subject')).toMatchObject({ code: 'cell-not-countable', params: { of: null, over: null } });
      expect(await of('lastActivityAt')).toMatchObject({ code: 'cell-not-countable' });
      expect(await of('peopleShare', { reportType: 'email-link-performance' })).toMatchObject({
        params: { of: 'people', over: 'people' },
      });
      expect(await people({ rowId: 'total', columnId: 'openedTracked' })).toHaveLength(1);
    });

    it('says what it cannot find', async () => {
      await take();
      expect((await ask({ rowId: 'campaign:9', columnId: 'sent' }).expect(404)).body.code).toBe('row-not-found');
      expect((await ask({ rowId: 'total', columnId: 'clicks' }).expect(400)).body.code).toBe('unknown-column');
      const cursors = ['', 'x', Buffer.from('[1,2]').toString('base64url')];
      for (const cursor of cursors) {
        const { body } = await ask({ rowId: 'total', columnId: 'sent', cursor }).expect(400);
        expect(body.code).toBe('unreadable-cursor');
      }
    });

    it('hands over the whole list as CSV', async () => {
      await take();
      const answer = await app()
        .http.post('/api/sheets/people/export?format=csv')
        .send({ ...march, rowId: 'total', columnId: 'sent' })
        .expect(200);
      const [head, ...rows] = parse(answer.text, { bom: true });
      expect(head!.slice(0, 8)).toEqual([
        'Person',
        'Name',
        'Address',
        'Smart campaign',
        'Message',
        'State',
        'Happened',
        'Sent',
      ]);
      expect(rows.map((row) => [row[0], row[5], row[7]])).toEqual([
        ['1', 'Delivered', '2024-03-01T09:00:00.000Z'],
        ['2', 'Hard bounced', '2024-03-02T09:00:00.000Z'],
        ['3', 'Aborted', '2024-03-31T23:30:00.000Z'],
      ]);
      await app()
        .http.post('/api/sheets/people/export?format=csv')
        .send({ ...march, rowId: 'total', columnId: 'openRate' })
        .expect(422);
    });
  });
});

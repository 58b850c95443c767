import { gzipSync } from 'node:zlib';
import { aMessage, eachStore, eventsOf, marketoExtract } from '@tallysheet/testing';
import { comparable } from '../testing/comparable';
import { useApp } from '../testing/use-app';

const events = eventsOf(
  aMessage({ person: '1' }).sent('2024-03-01 09:00').delivered('2024-03-01 09:01').opened('2024-03-01 10:00'),
  aMessage({ person: '2' }).sent('2024-03-01 09:00').hardBounced('2024-03-01 09:02'),
  aMessage({ person: '3' }).sent('2024-03-01 09:00').clicked('2024-03-02 10:00', 'https://a.example/?a=1,2'),
);
const ndjson = events.map((event) => JSON.stringify(event)).join('\n');

describe('Events over the API', () => {
  eachStore((store) => {
    const app = useApp(store);
    const send = (body: string | Uint8Array, source?: string) =>
      app()
        .http.post('/api/events')
        .query(source === undefined ? {} : { source })
        .set('Content-Type', 'application/x-ndjson')
        .send(Buffer.from(body));

    it('count each once, as a JSON list, as NDJSON and compressed', async () => {
      const { body: first } = await send(JSON.stringify(events, null, 2)).expect(200);
      expect(first).toEqual({ accepted: events.length, duplicates: 0, rejected: [], rejectedTotal: 0 });
      const told = comparable(await app().sheet());
      for (const again of [ndjson, gzipSync(ndjson), gzipSync(JSON.stringify(events))]) {
        const { body } = await send(again).expect(200);
        expect(body).toEqual({ accepted: 0, duplicates: events.length, rejected: [], rejectedTotal: 0 });
      }
      expect(comparable(await app().sheet())).toEqual(told);
      expect((await app().sheet()).total.values).toMatchObject({ sent: 3, delivered: 2, hardBounced: 1, opened: 2 });
    });

    it('give the same sheet as an export file and a file of events', async () => {
      await app().import(marketoExtract(events));
      const told = comparable(await app().sheet());
      await app().empty();
      await send(ndjson).expect(200);
      expect(comparable(await app().sheet())).toEqual(told);
      await app().empty();
      const result = await app().import(ndjson, { format: 'events' });
      expect(result).toMatchObject({ source: 'api', accepted: events.length, rejected: 0 });
      expect(comparable(await app().sheet())).toEqual(told);
    });

    it('belong to the source that the call names, and ids are its own', async () => {
      await send(ndjson, 'shop').expect(200);
      const { body } = await send(ndjson, 'shop').expect(200);
      expect(body.duplicates).toBe(events.length);
      const { body: other } = await send(ndjson).expect(200);
      expect(other.accepted).toBe(events.length);
      await send(ndjson, 'two words').expect(400);
    });

    it('that cannot be used are named by place and reason, kept, and cost no other', async () => {
      const bad = [{ ...events[0], at: 'never' }, ...events, { ...events[0], kind: 'sneezed' }, 17];
      const { body } = await send(JSON.stringify(bad)).expect(200);
      expect(body).toEqual({
        accepted: events.length,
        duplicates: 0,
        rejected: [
          { index: 0, code: 'bad-date', field: 'at', detail: 'The date is not a date: never' },
          {
            ...{ index: events.length + 1, code: 'unknown-event-type', field: 'kind' },
            detail: 'This type of event is not known: sneezed',
          },
          {
            index: events.length + 2,
            code: 'invalid-field',
            field: null,
            detail: 'A field is not what it should be: 17',
          },
        ],
        rejectedTotal: 3,
      });
      const kept = await app().database.store.query('SELECT source, code, raw FROM rejected_event ORDER BY id');
      expect(kept).toEqual([
        { source: 'api', code: 'bad-date', raw: JSON.stringify(bad[0]) },
        { source: 'api', code: 'unknown-event-type', raw: JSON.stringify(bad[events.length + 1]) },
        { source: 'api', code: 'invalid-field', raw: '17' },
      ]);
    });

    it('with an id that another event has are rejected', async () => {
      await send(ndjson).expect(200);
      const { body } = await send(JSON.stringify([{ ...events[0], person: { id: '99' } }])).expect(200);
      expect(body).toMatchObject({ accepted: 0, duplicates: 0, rejected: [{ index: 0, code: 'event-id-conflict' }] });
    });

    it('with an id that is too large a number are rejected, for it could be the id of another', async () => {
      const [event] = events;
      const body = [1, 2].map((last) =>
        JSON.stringify({ ...event, id: 0 }).replace('"id":0', `"id":123456789012345678${last}`),
      );
      const { body: answer } = await send(`[${body.join()}, ${JSON.stringify({ ...event, id: 7 })}]`).expect(200);
      expect(answer).toMatchObject({ accepted: 1, rejected: [{ code: 'invalid-field', field: 'id' }, { index: 1 }] });
    });

    it('that are nested too deeply cost no other', async () => {
      const deep = `{"kind":${'['.repeat(20_000)}${']'.repeat(20_000)}}`;
      const { body } = await send(`${deep}\n${ndjson}`).expect(200);
      expect(body).toMatchObject({
        accepted: events.length,
        rejectedTotal: 1,
        rejected: [{ index: 0, field: 'kind' }],
      });
    });

    it('of no email or message land under one of their own channel', async () => {
      const place = { kind: 'sent', at: '2024-03-01T09:00:00Z', campaign: { id: 'c' } };
      await send(
        JSON.stringify([
          { ...place, id: '1', channel: 'email', person: { id: '1' } },
          { ...place, id: '2', channel: 'sms', person: { id: '1' } },
          { ...place, id: '3', asset: { id: 'p' }, person: { id: '1' } },
          { ...place, id: '4', asset: { id: 'p' }, channel: 'push', person: { id: '2' } },
        ]),
        'shop',
      ).expect(200);
      expect(await app().database.store.query('SELECT id, channel FROM asset ORDER BY id')).toEqual([
        { id: 'p', channel: 'push' },
        { id: 'unassigned-shop', channel: 'email' },
        { id: 'unassigned-shop-sms', channel: 'sms' },
      ]);
    });

    it('in a body that is no JSON at all are an error', async () => {
      const { body } = await send('kind=sent&at=now').expect(400);
      expect(body).toMatchObject({ code: 'unreadable-body', status: 400 });
      await send('').expect(422);
    });

    it('count for text messages and push messages too', async () => {
      const place = { campaign: { id: 'c' }, asset: { id: 's' }, at: '2024-03-01T09:00:00Z' };
      const others = [
        { ...place, id: '1', kind: 'sent', channel: 'sms', person: { address: '+33600000000' } },
        { ...place, id: '2', kind: 'delivered', channel: 'sms', person: { address: '+33600000000' } },
        { ...place, id: '3', kind: 'impression', channel: 'push', asset: { id: 'p' }, person: { id: '7' } },
      ];
      const { body } = await send(JSON.stringify(others)).expect(200);
      expect(body.accepted).toBe(3);
      const stored = await app().database.store.query('SELECT id, channel FROM asset ORDER BY id');
      expect(stored).toEqual([
        { id: 'p', channel: 'push' },
        { id: 's', channel: 'sms' },
      ]);
    });
  });
});

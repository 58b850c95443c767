import type { RejectedPage, RetryResult, TreeNode } from '@tallysheet/contract';
import { aMessage, eachStore, eventsOf, marketoExtract } from '@tallysheet/testing';
import { useApp } from '../testing/use-app';

const events = eventsOf(aMessage({ person: '1' }).sent('2024-03-01 09:00').delivered('2024-03-01 09:01'));
const good = {
  kind: 'sent',
  at: '2024-03-01T09:00:00Z',
  campaign: { id: 'c' },
  asset: { id: 'a' },
  person: { id: '1' },
};

describe('Rejected rows', () => {
  eachStore((store) => {
    const app = useApp(store);
    const page = async (query: object = {}): Promise<RejectedPage> =>
      (await app().http.get('/api/rejected').query(query).expect(200)).body;
    const retry = async (path: string, body: object = {}): Promise<RetryResult> =>
      (await app().http.post(`/api/rejected/${path}`).send(body).expect(200)).body;
    const send = (list: object[], source = 'api') =>
      app().http.post('/api/events').query({ source }).set('Content-Type', 'application/json').send(list).expect(200);

    it('are listed from every way in, the newest first', async () => {
      await app().import(`${marketoExtract(events)}9001,1,never,7,8497,5,Mail,{}\n`, { fileName: 'march.csv' });
      await send([{ ...good, kind: 'sneezed' }], 'shop');
      const { rows, total, next } = await page();
      expect({ total, next }).toEqual({ total: 2, next: null });
      expect(rows).toMatchObject([
        {
          source: 'shop',
          format: 'events',
          importId: null,
          fileName: null,
          code: 'unknown-event-type',
          retryable: true,
        },
        { source: 'marketo', format: 'marketo-activities', fileName: 'march.csv', line: 4, code: 'bad-date' },
      ]);
      expect((await page({ source: 'shop' })).rows.map(({ source }) => source)).toEqual(['shop']);
    });

    it('of an import that was only tried are not among them', async () => {
      await app().import(`${marketoExtract(events)}9001,1,never,7,8497,5,Mail,{}\n`, { dryRun: 'true' });
      expect(await page()).toEqual({ rows: [], total: 0, next: null });
    });

    it('come page by page, each once', async () => {
      await send(Array.from({ length: 250 }, (_, index) => ({ ...good, kind: `kind-${index}` })));
      const seen: string[] = [];
      for (let before: number | null | undefined; before !== null;) {
        const { rows, total, next }: RejectedPage = await page(before === undefined ? {} : { before });
        expect(total).toBe(250);
        seen.push(...rows.map(({ detail }) => detail));
        before = next;
      }
      expect(seen).toEqual(Array.from({ length: 250 }, (_, index) => `kind-${249 - index}`));
    });

    it('can be repaired: what is in is gone from the list, what is not says why', async () => {
      await send([{ ...good, at: 'yesterday' }]);
      const [row] = (await page()).rows;
      const worse = await retry(`${row!.id}/retry`, { raw: JSON.stringify({ ...good, at: 'today' }) });
      expect(worse).toEqual({
        ...{ accepted: 0, duplicates: 0, rejected: 1 },
        fault: { code: 'bad-date', field: 'at', detail: 'today' },
      });
      expect((await page()).rows).toMatchObject([{ id: row!.id, detail: 'today' }]);
      expect(await retry(`${row!.id}/retry`, { raw: JSON.stringify(good) })).toMatchObject({
        accepted: 1,
        fault: null,
      });
      expect((await page()).total).toBe(0);
      expect((await app().sheet()).total.values).toMatchObject({ sent: 1 });
      await app().http.post(`/api/rejected/${row!.id}/retry`).send({}).expect(404);
    });

    it('of an export file are read under the header and mapping of their file', async () => {
      const file = marketoExtract(events, { headers: { leadId: 'Person' }, delimiter: '\t' });
      const bad = file.replace('2024-03-01T09:01', 'later 2024-03-01T09:01');
      const result = await app().import(bad, { mapping: JSON.stringify({ leadId: 'Person' }) });
      expect(result).toMatchObject({ accepted: 1, rejected: 1 });
      const [row] = (await page()).rows;
      const repaired = row!.raw.replace('later ', '');
      expect(await retry(`${row!.id}/retry`, { raw: repaired })).toMatchObject({ accepted: 1, rejected: 0 });
      expect((await app().sheet()).total.values).toMatchObject({ sent: 1, delivered: 1 });
    });

    it('of a CSV file of events are read under its header', async () => {
      await app().import('kind,at,person.id,campaign.id\nsent,soon,1,c\n', { format: 'events' });
      const [row] = (await page()).rows;
      expect(row!.raw.trim()).toBe('sent,soon,1,c');
      expect(await retry(`${row!.id}/retry`, { raw: 'sent,2024-03-01T09:00:00Z,1,c' })).toMatchObject({ accepted: 1 });
    });

    it('of a file of assets give their names and places once they are repaired', async () => {
      const file = { folders: [{ id: 9, name: 'Marketing' }], emails: [{ id: 7 }], programs: [{ name: 'Spring' }] };
      const result = await app().import(JSON.stringify(file), { format: 'marketo-assets' });
      expect(result).toMatchObject({ accepted: 1, rejected: 2 });
      const [program, email] = (await page()).rows;
      expect(email).toMatchObject({ format: 'marketo-assets', code: 'missing-name', retryable: true });
      expect(await retry(`${email!.id}/retry`)).toMatchObject({ accepted: 0, fault: { code: 'missing-name' } });
      expect(await retry(`${email!.id}/retry`, { raw: email!.raw.slice(0, -3) })).toMatchObject({
        accepted: 0,
        fault: { code: 'not-json' },
      });
      const repair = (row: typeof email, more: object) => {
        const [[list, [record]]] = Object.entries(JSON.parse(row!.raw)) as [[string, [object]]];
        return retry(`${row!.id}/retry`, { raw: JSON.stringify({ [list]: [{ ...record, ...more }] }) });
      };
      const inFolder = { folder: { type: 'Folder', value: 9 } };
      expect(await repair(program, { id: 5, ...inFolder })).toMatchObject({ accepted: 1, fault: null });
      const inProgram = { folder: { type: 'Program', value: 5 } };
      expect(await repair(email, { name: 'Hello', ...inProgram })).toMatchObject({ accepted: 1, fault: null });
      expect((await page()).total).toBe(0);
      const { body } = await app().http.get('/api/tree').expect(200);
      const nodes: TreeNode[] = body.nodes;
      expect(nodes.map(({ key, parentKey, name }) => `${parentKey ?? ''} > ${key}: ${name}`).sort()).toEqual([
        ' > folder:9: Marketing',
        'folder:9 > program:5: Spring',
        'program:5 > email:7: Hello',
      ]);
    });

    it('that were too long to be kept whole are never taken for less than they were', async () => {
      await app().import('id,Note\n1,5\n', { format: 'people' });
      const note = `7${'0'.repeat(20_000)}x`;
      expect(await app().import(`id,Note\n2,${note}\n`, { format: 'people' })).toMatchObject({ rejected: 1 });
      const [row] = (await page()).rows;
      expect(row).toMatchObject({ format: 'people', retryable: false });
      expect(note.startsWith(row!.raw.slice(2))).toBe(true);
      expect(await retry('retry')).toMatchObject({ accepted: 0, rejected: 1 });
    });

    it("are all read again at once, by the source's mapping of today", async () => {
      const long = 'x'.repeat(200);
      const notice = (id: number) => ({
        ...{ type: 'open', event_id: String(id), timestamp: '1709283600', rcpt_to: 'ada@example.com' },
        ...{ message_id: 'm1', campaign_id: long, rcpt_meta: { journey: 'Welcome' } },
      });
      const { body: key } = await app().http.post('/api/sources/keys').send({ provider: 'sparkpost' }).expect(201);
      const body = [notice(1), notice(2)].map((event) => ({ msys: { track_event: event } }));
      const { body: first } = await app().http.post(key.path).send(body).expect(200);
      expect(first).toEqual({ accepted: 0, duplicates: 0, rejected: 2 });
      expect(await retry('retry')).toMatchObject({ accepted: 0, rejected: 2 });
      await app()
        .http.patch(`/api/sources/keys/${key.id}`)
        .send({ mapping: { campaign: ['journey'] } })
        .expect(200);
      await send([{ ...good, kind: 'sneezed' }]);
      expect(await retry('retry', { source: 'sparkpost' })).toEqual({
        ...{ accepted: 2, duplicates: 0, rejected: 0, fault: null },
      });
      expect((await page()).rows.map(({ source }) => source)).toEqual(['api']);
      expect((await app().sheet()).rows[0]).toMatchObject({ name: 'Welcome', values: { totalOpens: 2 } });
    });

    it('are counted once under their source, however often they are tried, and are no sign of life', async () => {
      await app().import(`${marketoExtract(events)}9001,1,never,7,8497,5,Mail,{}\n`);
      await send([{ ...good, id: 'x' }], 'shop');
      await send([{ ...good, id: 'x', person: { id: '2' } }], 'shop');
      await send([{ ...good, kind: 'sneezed' }], 'quiet');
      await retry('retry');
      await retry('retry');
      const { body } = await app().http.get('/api/sources').expect(200);
      expect(body).toMatchObject([
        { name: 'marketo', accepted: 2, duplicates: 0, rejected: 1 },
        { name: 'quiet', accepted: 0, duplicates: 0, rejected: 1, lastAt: null },
        { name: 'shop', accepted: 1, duplicates: 0, rejected: 1 },
      ]);
    });

    it('that were forged stay as they are', async () => {
      const { body: key } = await app()
        .http.post('/api/sources/keys')
        .send({ provider: 'sparkpost', secret: 'user:password' })
        .expect(201);
      await app().http.post(key.path).send([]).expect(401);
      const [row] = (await page()).rows;
      expect(row).toMatchObject({ code: 'bad-signature', retryable: false });
      const { body } = await app().http.post(`/api/rejected/${row!.id}/retry`).send({}).expect(409);
      expect(body.code).toBe('not-retryable');
      expect(await retry('retry')).toMatchObject({ accepted: 0, rejected: 1 });
    });

    it('can be downloaded, all of them', async () => {
      await send([{ ...good, kind: '=cmd' }, 17 as unknown as object], 'shop');
      const { text, headers } = await app().http.get('/api/rejected/download').expect(200);
      expect(headers['content-disposition']).toContain('rejected-rows.csv');
      const lines = text.trimEnd().split('\r\n');
      expect(lines[0]).toBe('\ufeffat,source,file,line,code,reason,field,detail,row');
      expect(lines).toHaveLength(3);
      expect(lines[2]).toContain('shop,,1,invalid-field,A field is not what it should be,,17,17');
    });
  });
});

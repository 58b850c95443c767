import { aMessage, eachStore } from '@tallysheet/testing';
import type { ReportInput } from '@tallysheet/contract';
import { comparable } from '../testing/comparable';
import { useApp } from '../testing/use-app';

const input: ReportInput = {
  name: 'Spring, by campaign',
  query: {
    reportType: 'campaign-email-performance',
    columns: ['sent', 'openRate', 'subject'],
    timeFrame: { from: '2024-03-01', to: '2024-03-31' },
    timeBasis: 'activity',
    humanOnly: true,
    assetFilter: { campaigns: ['8497'] },
    sort: [{ columnId: 'sent', direction: 'desc' }],
  },
  layout: { columns: [{ id: 'openRate', width: 140, pinned: true }, { id: 'sent' }], collapsed: ['campaign:8497'] },
};

describe('Saved reports', () => {
  eachStore((store) => {
    const app = useApp(store);
    const post = (body: object = input) => app().http.post('/api/reports').send(body);
    const create = async (body: object = input) => (await post(body).expect(201)).body;

    it('are opened exactly as they were saved', async () => {
      const report = await create();
      expect(report).toMatchObject({ ...input, programId: null, folderId: null });
      const { body } = await app().http.get(`/api/reports/${report.id}`).expect(200);
      expect(body).toEqual(report);
    });

    it('change in part, and the rest stays', async () => {
      const report = await create();
      const { body } = await app().http.patch(`/api/reports/${report.id}`).send({ name: 'Été' }).expect(200);
      expect(body).toMatchObject({ ...input, name: 'Été' });
      const query = { ...input.query, timeFrame: { preset: 'last-30-days' } };
      await app().http.patch(`/api/reports/${report.id}`).send({ query }).expect(200);
      const { body: again } = await app().http.get(`/api/reports/${report.id}`).expect(200);
      expect(again).toMatchObject({ name: 'Été', query, layout: input.layout, createdAt: report.createdAt });
    });

    it('leave list and tree when deleted, and come back when restored', async () => {
      const report = await create();
      const listed = async () => {
        const { body: list } = await app().http.get('/api/reports').expect(200);
        const { body: tree } = await app().http.get('/api/tree').expect(200);
        const nodes: { key: string }[] = tree.nodes;
        return [list.map(({ id }: { id: string }) => id), nodes.map(({ key }) => key)];
      };
      const there = [[report.id], [`report:${report.id}`]];
      expect(await listed()).toEqual(there);
      await app().http.delete(`/api/reports/${report.id}`).expect(204);
      expect(await listed()).toEqual([[], []]);
      await app().http.get(`/api/reports/${report.id}`).expect(404);
      await app().http.patch(`/api/reports/${report.id}`).send({ name: 'x' }).expect(404);
      await app().http.delete(`/api/reports/${report.id}`).expect(404);
      const { body } = await app().http.post(`/api/reports/${report.id}/restore`).expect(200);
      expect(body).toMatchObject(input);
      expect(await listed()).toEqual(there);
    });

    it('are cloned under a name of their own', async () => {
      const report = await create();
      const { body } = await app().http.post(`/api/reports/${report.id}/clone`).send({ name: 'Copy' }).expect(201);
      expect(body).toMatchObject({ ...input, name: 'Copy' });
      expect(body.id).not.toBe(report.id);
      await app().http.post(`/api/reports/${report.id}/clone`).send({}).expect(400);
      await app().http.post('/api/reports/none/clone').send({ name: 'Copy' }).expect(404);
    });

    it('live in a program that exists', async () => {
      await app().take(aMessage().sent('2024-03-01 09:00').events);
      const report = await create({ ...input, programId: 'unassigned' });
      const { body: tree } = await app().http.get('/api/tree').expect(200);
      expect(tree.nodes).toContainEqual(
        expect.objectContaining({ key: `report:${report.id}`, parentKey: 'program:unassigned', name: input.name }),
      );
      const { body } = await post({ ...input, programId: 'none' }).expect(404);
      expect(body).toMatchObject({ code: 'program-not-found', path: 'programId' });
    });

    const refused: [string, object, object][] = [
      ['a type that does not exist', { query: { ...input.query, reportType: 'x' } }, { code: 'unknown-report-type' }],
      ['an unknown column', { query: { ...input.query, columns: ['x'] } }, { code: 'unknown-column' }],
      ['no name', { name: ' ' }, { code: 'invalid-request', path: 'name' }],
      [
        'a period that ends before it begins',
        { query: { ...input.query, timeFrame: { from: '2024-03-02', to: '2024-03-01' } } },
        { code: 'invalid-request' },
      ],
      ['a field that we do not know', { colour: 'red' }, { code: 'invalid-request', path: 'colour' }],
    ];
    it.each(refused)('with %s are refused', async (_, change, problem) => {
      const { body } = await post({ ...input, ...change }).expect(400);
      expect(body).toMatchObject(problem);
    });

    it('run as the same query does when it is not saved', async () => {
      await app().take(aMessage().sent('2024-03-01 09:00').opened('2024-03-01 10:00').events);
      const report = await create();
      const { body: saved } = await app().http.get(`/api/reports/${report.id}/sheet`).expect(200);
      const { body: unsaved } = await app().http.post('/api/sheets').send(input.query).expect(200);
      expect(comparable(saved)).toEqual(comparable(unsaved));
      expect(saved.rows).toHaveLength(2);
    });
  });
});

import type { SmartList } from '@tallysheet/contract';
import { aMessage, eachStore, eventsOf } from '@tallysheet/testing';
import { all, any } from '../testing/listed';
import { useApp } from '../testing/use-app';

const CITIZENS = 'Id,City,Score,Born\nada,Zürich,10,1990-03-01\nben,Bern,20,1990-03-02\ncleo,Zürich,,\n';
const IN_ZURICH: SmartList = all({ attribute: 'City', operator: 'is', values: ['Zürich'] });

describe('Saved smart lists', () => {
  eachStore((store) => {
    const app = useApp(store);
    const save = async (name: string, smartList: SmartList) =>
      (await app().http.post('/api/smart-lists').send({ name, smartList }).expect(201)).body;
    const count = (smartList: object) => app().http.post('/api/smart-lists/count').send({ smartList });
    const bring = () => app().import(CITIZENS, { format: 'people' });

    it('are made, listed by name, changed and taken away', async () => {
      await bring();
      const made = await save('Zurich', IN_ZURICH);
      const other = await save('Everybody', all());
      expect(made).toMatchObject({ id: expect.any(String), name: 'Zurich', smartList: IN_ZURICH });
      const { body: lists } = await app().http.get('/api/smart-lists').expect(200);
      expect(lists).toEqual([other, made]);
      const changes = { name: 'In Zurich' };
      const { body: changed } = await app().http.patch(`/api/smart-lists/${made.id}`).send(changes).expect(200);
      expect(changed).toMatchObject({ ...made, ...changes, updatedAt: expect.any(String) });
      expect((await app().http.get(`/api/smart-lists/${made.id}`).expect(200)).body).toEqual(changed);
      await app().http.delete(`/api/smart-lists/${made.id}`).expect(204);
      const { body } = await app().http.get(`/api/smart-lists/${made.id}`).expect(404);
      expect(body.code).toBe('smart-list-not-found');
    });

    it('say how many people they have, of how many that are known and not deleted', async () => {
      await bring();
      expect((await count(IN_ZURICH).expect(200)).body).toEqual({ people: 2, of: 3 });
      const zurich = await save('Zurich', IN_ZURICH);
      expect((await count(all({ list: zurich.id, not: true })).expect(200)).body).toEqual({ people: 1, of: 3 });
      await app().take([
        { id: 'd', kind: 'personDeleted', at: '2024-05-01T00:00:00Z', person: { id: 'cleo' } },
        { id: 'm', kind: 'personMerged', at: '2024-05-01T00:00:00Z', person: { id: 'ada' }, mergedPersons: ['dana'] },
      ]);
      expect((await count(IN_ZURICH).expect(200)).body).toEqual({ people: 1, of: 2 });
      expect((await count(all()).expect(200)).body).toEqual({ people: 2, of: 2 });
    });

    it('are not taken away as long as a report or another list uses them, which are named', async () => {
      await bring();
      const zurich = await save('Zurich', IN_ZURICH);
      const around = await save('Around', any(all({ list: zurich.id, not: true })));
      const query = {
        reportType: 'email-performance',
        timeFrame: { preset: 'all-time' },
        smartList: all({ list: zurich.id }),
      };
      const { body: report } = await app().http.post('/api/reports').send({ name: 'Weekly', query }).expect(201);
      const { body } = await app().http.delete(`/api/smart-lists/${zurich.id}`).expect(409);
      expect(body).toMatchObject({ code: 'smart-list-in-use', params: { count: 2, names: 'Weekly, Around' } });
      expect(body.detail).toBe('2 reports and smart lists use this list: Weekly, Around. Change them first.');
      await app().http.delete(`/api/reports/${report.id}`).expect(204);
      await app().http.delete(`/api/smart-lists/${around.id}`).expect(204);
      await app().http.delete(`/api/smart-lists/${zurich.id}`).expect(204);
    });

    it('are refused with the place of the rule that cannot be meant', async () => {
      await bring();
      const zurich = await save('Zurich', IN_ZURICH);
      const refused = async (smartList: object) => {
        const { body } = await count(smartList);
        const { body: ofSheet } = await app()
          .http.post('/api/sheets')
          .send({ reportType: 'email-performance', timeFrame: { preset: 'all-time' }, smartList });
        expect([ofSheet.code, ofSheet.path]).toEqual([body.code, body.path]);
        return [body.code, body.path];
      };
      const [rule] = IN_ZURICH.rules;
      const second = (bad: object) => ({ match: 'all', rules: [rule, { match: 'any', rules: [bad] }] });
      const place = 'smartList.rules.1.rules.0';
      const cases: [object, string, string][] = [
        [{ attribute: 'Town', operator: 'is', values: ['x'] }, 'unknown-attribute', 'attribute'],
        [{ attribute: 'City', operator: 'between', from: 1, to: 2 }, 'operator-not-for-type', 'operator'],
        [{ attribute: 'Score', operator: 'contains', values: ['1'] }, 'operator-not-for-type', 'operator'],
        [{ attribute: 'Score', operator: 'is', values: [1, 'many'] }, 'value-not-for-type', 'values.1'],
        [{ attribute: 'Score', operator: 'at-least', value: '' }, 'value-not-for-type', 'value'],
        [{ attribute: 'Born', operator: 'before', value: '2024-02-30' }, 'value-not-for-type', 'value'],
        [{ attribute: 'Born', operator: 'is', values: ['2024-02-01T10:00:00Z'] }, 'value-not-for-type', 'values.0'],
        [{ attribute: 'City', operator: 'is', values: [7] }, 'value-not-for-type', 'values.0'],
        [{ attribute: 'Score', operator: 'between', from: 3, to: 2 }, 'range-upside-down', 'to'],
        [{ did: 'opened', link: 'shoes' }, 'link-not-clicked', 'link'],
        [{ list: 'nowhere' }, 'unknown-smart-list', 'list'],
      ];
      for (const [bad, code, at] of cases) expect(await refused(second(bad))).toEqual([code, `${place}.${at}`]);
      expect(await refused({ match: 'some', rules: [] })).toEqual(['invalid-request', 'smartList.match']);
      expect((await refused(second({ did: 'flew' })))[0]).toBe('invalid-request');

      const { body: itself } = await app()
        .http.patch(`/api/smart-lists/${zurich.id}`)
        .send({ smartList: any({ list: zurich.id }) })
        .expect(400);
      expect(itself).toMatchObject({ code: 'smart-list-in-itself', path: 'smartList.rules.0.list' });
      const through = await save('Through', all({ list: zurich.id }));
      const round = { smartList: all({ list: through.id }) };
      const { body: circle } = await app().http.patch(`/api/smart-lists/${zurich.id}`).send(round).expect(400);
      expect(circle).toMatchObject({ code: 'smart-list-in-itself', path: 'smartList.rules.0.list' });
    });

    it('are refused when they are too deep or too long, whatever was sent', async () => {
      const deep = (depth: number): SmartList => (depth === 1 ? all() : all(deep(depth - 1)));
      await count(deep(10)).expect(200);
      expect((await count(deep(11)).expect(400)).body.code).toBe('smart-list-too-deep');
      const nested = `${'{"match":"all","rules":['.repeat(20_000)}${']}'.repeat(20_000)}`;
      const call = app().http.post('/api/smart-lists/count').set('Content-Type', 'application/json');
      const { status, body } = await call.send(`{"smartList":${nested}}`);
      expect([400, 413]).toContain(status);
      expect(body.code).not.toBe('internal');
      const many = Array.from({ length: 150 }, () => ({ did: 'sent' as const }));
      await count(any({ match: 'all', rules: many }, { match: 'all', rules: many })).expect(200);
      const all450 = any(...[0, 1, 2].map(() => ({ match: 'all' as const, rules: many })));
      expect((await count(all450).expect(400)).body.code).toBe('smart-list-too-long');
    });

    it('are described to programs: every reference leads somewhere', async () => {
      const { body } = await app().http.get('/api/openapi.json').expect(200);
      const references = [...JSON.stringify(body).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path]) => path!);
      expect(references).toContain('components/schemas/SmartList');
      for (const path of references) {
        const found = path.split('/').reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], body);
        expect([path, typeof found]).toEqual([path, 'object']);
      }
    });

    it('make a report count anew when they change, also for those who have its sheet open', async () => {
      await bring();
      await app().take(
        eventsOf(...['ada', 'ben', 'cleo'].map((person) => aMessage({ person }).sent('2024-03-01 09:00'))),
      );
      const zurich = await save('Zurich', IN_ZURICH);
      const sheet = () => app().sheet({ columns: ['sent'], smartList: all({ list: zurich.id }) });
      const before = await sheet();
      expect(before.total.values).toEqual({ sent: 2 });
      const smartList = all({ attribute: 'City', operator: 'is-not', values: ['Zürich'] });
      await app().http.patch(`/api/smart-lists/${zurich.id}`).send({ smartList }).expect(200);
      const after = await sheet();
      expect(after.total.values).toEqual({ sent: 1 });
      expect(after.revision).toBeGreaterThan(before.revision);
    });
  });
});

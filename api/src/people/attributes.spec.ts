import type { PersonAttribute } from '@tallysheet/contract';
import { eachStore } from '@tallysheet/testing';
import { useApp } from '../testing/use-app';

describe('Attributes of people', () => {
  eachStore((store) => {
    const app = useApp(store);
    const attribute = async (name: string): Promise<PersonAttribute> => {
      const { body } = await app().http.get('/api/people/attributes').expect(200);
      return (body as PersonAttribute[]).find((each) => each.name === name)!;
    };
    const change = async (name: string, type: string) =>
      app()
        .http.patch(`/api/people/attributes/${(await attribute(name)).id}`)
        .send({ type });
    const values = async (name: string): Promise<(string | number | boolean)[]> => {
      const { body } = await app()
        .http.get(`/api/people/attributes/${(await attribute(name)).id}/values`)
        .expect(200);
      return (body as { value: string }[]).map(({ value }) => value);
    };
    const take = (header: string, cells: readonly string[]) =>
      app().import(`id,${header}\n${cells.map((cell, at) => `${at},${cell}`).join('\n')}\n`, { format: 'people' });

    it.each([
      ['numbers become texts', 'number', 'text', ['5', '-1.5'], ['-1.5', '5']],
      [
        'texts become dates',
        'text',
        'date',
        ['2024-03-01', '2024-03-02T00:00:00Z'],
        ['2024-03-01', '2024-03-02T00:00:00.000Z'],
      ],
      ['ones and zeros become yes and no', 'number', 'boolean', ['1', '0'], [false, true]],
      [
        'days become texts and stay the same day',
        'date',
        'text',
        ['2024-03-01', '2024-03-02'],
        ['2024-03-01', '2024-03-02'],
      ],
      ['yes becomes true as a text', 'boolean', 'text', ['yes', 'no'], ['false', 'true']],
    ])('%s', async (_, from, to, cells, expected) => {
      const name = from === 'text' ? 'Phone' : 'Thing';
      await take(name, from === 'text' ? ['x'] : cells);
      if (from === 'text') await take(name, cells);
      expect((await attribute(name)).type).toBe(from);
      const { status, body } = await change(name, to);
      expect(status).toBe(200);
      expect(body).toMatchObject({ name, type: to, people: 2 });
      expect(await values(name)).toEqual(expected);
      expect((await attribute(name)).type).toBe(to);
    });

    it('keep their type while a value does not fit another, and say how many', async () => {
      await take('Thing', ['1', '2', 'x', '007']);
      const { status, body } = await change('Thing', 'number');
      expect(status).toBe(409);
      expect(body).toMatchObject({
        code: 'attribute-values-unfit',
        params: { name: 'Thing', type: 'number', count: 2 },
        detail: '2 values of “Thing” do not fit the type number. Nothing was changed.',
      });
      expect(await attribute('Thing')).toMatchObject({ type: 'text', people: 4 });
      expect(await values('Thing')).toEqual(['007', '1', '2', 'x']);
    });

    it('of many people change whole or not at all', async () => {
      const cells = Array.from({ length: 12_000 }, (_, n) => `${n}`);
      await take('Thing', cells);
      expect((await change('Thing', 'text')).body).toMatchObject({ type: 'text', people: 12_000 });
      await take('Thing', ['x']);
      expect((await change('Thing', 'number')).body).toMatchObject({ params: { count: 1 } });
      const asNumbers = 'SELECT COUNT(*) AS n FROM person_attribute WHERE number_value IS NOT NULL';
      expect((await app().database.store.query<{ n: number }>(asNumbers)).map(({ n }) => Number(n))).toEqual([0]);
      await take('Thing', ['7']);
      expect((await change('Thing', 'number')).body).toMatchObject({ type: 'number', people: 12_000 });
    });

    it('of which imports bring more while the type changes are all of one type in the end', async () => {
      await take('Thing', ['1']);
      const cells = Array.from({ length: 6000 }, (_, n) => `${n}`);
      const [result, changed] = await Promise.all([take('Thing', cells), change('Thing', 'text')]);
      expect([result.accepted, changed.status]).toEqual([6000, 200]);
      expect((await values('Thing')).every((value) => typeof value === 'string')).toBe(true);
    });

    it('that do not exist are not found, and what is no type is refused', async () => {
      for (const call of [
        app().http.patch('/api/people/attributes/999999').send({ type: 'text' }),
        app().http.get('/api/people/attributes/999999/values'),
      ]) {
        expect((await call.expect(404)).body).toMatchObject({ code: 'attribute-not-found' });
      }
      await take('Thing', ['1']);
      expect((await change('Thing', 'colour')).body).toMatchObject({ code: 'invalid-request', path: 'type' });
      const { id } = await attribute('Thing');
      await app().http.get(`/api/people/attributes/${id}/values`).query({ limit: 0 }).expect(400);
    });

    it('are told with the most frequent values first', async () => {
      await take('Thing', ['b', 'a', 'c', 'b', 'c', 'b']);
      const { id } = await attribute('Thing');
      const { body } = await app().http.get(`/api/people/attributes/${id}/values`).query({ limit: 2 }).expect(200);
      expect(body).toEqual([
        { value: 'b', people: 3 },
        { value: 'c', people: 2 },
      ]);
    });

    it('stand in the documentation of the API', async () => {
      const { body } = await app().http.get('/api/openapi.json').expect(200);
      expect(Object.keys(body.paths)).toEqual(
        expect.arrayContaining([
          '/api/people/attributes',
          '/api/people/attributes/{id}',
          '/api/people/attributes/{id}/values',
        ]),
      );
    });
  });
});

import type { CanonicalEvent, PersonAttribute, PersonBehind } from '@tallysheet/contract';
import { aMessage, eachStore, eventsOf } from '@tallysheet/testing';
import fc from 'fast-check';
import { personIdOf } from '../ingest/incoming';
import { useApp } from '../testing/use-app';

let told = 0;
const merged = (person: string, ...others: string[]): CanonicalEvent => ({
  ...{ id: `merge-${told++}`, kind: 'personMerged', at: '2024-03-10T12:00:00.000Z' },
  ...{ person: { id: person }, mergedPersons: others },
});

const KEYS = ['a', 'b', 'c', 'd', 'e'];
const history = fc.record({
  merges: fc.array(fc.array(fc.constantFrom(...KEYS), { minLength: 2, maxLength: 3 }), { maxLength: 5 }),
  values: fc.dictionary(fc.constantFrom(...KEYS), fc.nat(3)),
});

/** The rule once more, by hand: who is one by following merges until nothing changes, and who of them speaks. */
function counted(merges: readonly string[][], values: Readonly<Record<string, number>>): Record<number, number> {
  let groups = KEYS.map((key) => [key]);
  for (const merge of merges) {
    const touched = groups.filter((group) => group.some((key) => merge.includes(key)));
    groups = [...groups.filter((group) => !touched.includes(group)), touched.flat()];
  }
  const away = new Set(merges.flatMap(([person, ...others]) => others.filter((other) => other !== person)));
  const result: Record<number, number> = {};
  for (const group of groups) {
    const known = group.filter((key) => values[key] !== undefined);
    const stayed = known.filter((key) => !away.has(key));
    const [speaker] = (stayed.length > 0 ? stayed : known).sort((x, y) => Buffer.compare(personIdOf(x), personIdOf(y)));
    if (speaker !== undefined) result[values[speaker]!] = (result[values[speaker]!] ?? 0) + 1;
  }
  return result;
}

describe('Attributes of merged people', () => {
  eachStore((store) => {
    const app = useApp(store);
    const take = (file: string) => app().import(file, { format: 'people' });
    const attribute = async (name: string): Promise<PersonAttribute | undefined> => {
      const { body } = await app().http.get('/api/people/attributes').expect(200);
      return (body as PersonAttribute[]).find((each) => each.name === name);
    };
    const values = async (name: string): Promise<Record<string, number>> => {
      const id = (await attribute(name))?.id;
      if (id === undefined) return {};
      const { body } = await app().http.get(`/api/people/attributes/${id}/values`).expect(200);
      return Object.fromEntries((body as { value: number; people: number }[]).map((row) => [row.value, row.people]));
    };

    it.each([
      ['1', '2'],
      ['2', '1'],
    ])('are those of who stayed, and where it has none those of who was merged into it', async (stays, goes) => {
      await take(`id,City,Score\n${stays},Rome,\n${goes},Oslo,5\n3,Rome,7\n`);
      await app().take([merged(stays, goes)]);
      expect(await values('City')).toEqual({ Rome: 2 });
      expect(await values('Score')).toEqual({ 5: 1, 7: 1 });
      expect(await attribute('City')).toMatchObject({ people: 2 });
      await take(`id,Score\n${stays},9\n`);
      expect(await values('Score')).toEqual({ 7: 1, 9: 1 });
    });

    it('stay their own in what is stored: nothing is copied or written over', async () => {
      await take('id,City\n1,Rome\n2,Oslo\n');
      const stored = () => app().database.store.query('SELECT text_value FROM person_attribute ORDER BY text_value');
      const before = await stored();
      await app().take([merged('1', '2')]);
      expect(await stored()).toEqual(before);
    });

    it('name the person behind a number', async () => {
      await app().take(
        eventsOf(
          aMessage({ person: '1', campaign: '1', email: '1' }).sent('2024-03-01 09:00'),
          aMessage({ person: '2', campaign: '1', email: '1' }).sent('2024-03-01 09:00', {
            person: { id: '2', address: 'ada@a.example' },
          }),
        ),
      );
      await take('id,First Name,Last Name\n1,Ada,\n2,Augusta,Lovelace\n');
      await app().take([merged('1', '2')]);
      const cell = { rowId: 'campaign:1/asset:1', columnId: 'sent' };
      const query = { reportType: 'campaign-email-performance', timeFrame: { preset: 'all-time' } };
      const { body } = await app()
        .http.post('/api/sheets/people')
        .send({ ...query, ...cell })
        .expect(200);
      expect((body.rows as PersonBehind[]).map(({ person }) => person)).toEqual([
        { id: '1', name: 'Ada Lovelace', address: 'ada@a.example', deleted: false },
      ]);
    });

    it('are the same in whatever order merges and files come', async () => {
      let run = 0;
      const retold = history.chain(({ merges, values: known }) => {
        const steps = [...merges.map((merge) => ({ merge })), ...Object.entries(known).map((value) => ({ value }))];
        const order = fc.shuffledSubarray(steps, { minLength: steps.length });
        return fc.record({ merges: fc.constant(merges), known: fc.constant(known), order });
      });
      await fc.assert(
        fc.asyncProperty(retold, async ({ merges, known, order }) => {
          await app().empty();
          const name = `Size ${run++}`;
          for (const step of order) {
            if ('merge' in step) await app().take([merged(step.merge[0]!, ...step.merge.slice(1))]);
            else await take(`id,${name}\n${step.value.join(',')}\n`);
          }
          const expected = counted(merges, known);
          expect(await values(name)).toEqual(expected);
          const people = Object.values(expected).reduce((sum, n) => sum + n, 0);
          expect((await attribute(name))?.people ?? 0).toBe(people);
        }),
        { numRuns: store.name === 'SQLite' ? 30 : 8 },
      );
    }, 60_000);
  });
});

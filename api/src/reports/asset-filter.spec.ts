import { aMessage, eachStore, eventsOf } from '@tallysheet/testing';
import type { AssetFilter, Sheet } from '@tallysheet/contract';
import { useApp } from '../testing/use-app';

const DAY = '2024-03-01';
const message = (person: string, campaign: string, email: string) => aMessage({ person, campaign, email }).sent(DAY);

const events = () =>
  eventsOf(
    message('1', '10: Spring launch', '100: Été'),
    message('2', '10', '101: Reminder'),
    message('1', '20: Autumn launch', '200: Spring note'),
    message('1', '30: Old one', '300: Old note'),
    message('2', '30', '300'),
    message('1', '40: Lasting', '400: Retired'),
  );

const tag = (tagValue: string, tagType = 'Topic') => ({ tagType, tagValue });
const assets = {
  success: true,
  result: [
    { id: 1, name: 'P1', channel: 'Email', folder: { type: 'Folder', value: 9 }, tags: [tag('Shoes')] },
    {
      id: 2,
      name: 'P2',
      channel: 'Email',
      folder: { type: 'Folder', value: 9 },
      tags: [tag('Hats'), tag('Sale', 'Kind')],
    },
    { id: 3, name: 'P3', channel: 'Email', folder: { type: 'Folder', value: 9 }, status: 'archived' },
    ...[
      ['10', 'Spring launch', 1],
      ['20', 'Autumn launch', 2],
      ['30', 'Old one', 3],
      ['40', 'Lasting', 2],
    ].map(([id, name, program]) => ({
      ...{ id, name, type: 'batch', smartListId: 1, folder: { id: program, type: 'Program' } },
    })),
    { id: 400, name: 'Retired', status: 'Archived', subject: 'x', folder: { type: 'Program', value: 2 } },
  ],
};

describe('The asset filter', () => {
  eachStore((store) => {
    const app = useApp(store);
    beforeEach(async () => {
      await app().take(events());
      await app().import(JSON.stringify(assets), { format: 'marketo-assets' });
    });
    const about = (assetFilter?: AssetFilter) =>
      app().sheet({ columns: ['sent'], ...(assetFilter && { assetFilter }) });
    const names = ({ rows }: Sheet) => rows.map(({ level, name }) => `${'  '.repeat(level)}${name}`);

    it('finds campaigns or emails by a pattern of their names, whatever their case and accents', async () => {
      expect(names(await about({ namePattern: 'SPRING*' }))).toEqual([
        ...['Autumn launch', '  Spring note'],
        ...['Spring launch', '  Été', '  Reminder'],
      ]);
      expect(names(await about({ namePattern: 'ete' }))).toEqual(['Spring launch', '  Été']);
      expect(names(await about({ namePattern: '*launch', assets: ['101'] }))).toEqual(['Spring launch', '  Reminder']);
      expect(await about({ namePattern: 'nothing*' })).toMatchObject({ rows: [], total: { values: { sent: 0 } } });
    });

    it('finds the campaigns of programs with one of its tags', async () => {
      expect(names(await about({ tags: ['hats'] }))).toEqual(['Autumn launch', '  Spring note']);
      expect((await about({ tags: ['Shoes', 'Sale'] })).total.values).toEqual({ sent: 3 });
      expect((await about({ tags: ['Shoes'], programs: ['2'] })).rows).toEqual([]);
      expect((await about({ tags: ['none'] })).rows).toEqual([]);
    });

    it('leaves out what is archived and says how much, unless it is asked for', async () => {
      const usual = await about();
      expect(names(usual).filter((name) => !name.startsWith(' '))).toEqual(['Autumn launch', 'Spring launch']);
      expect(usual.total.values).toEqual({ sent: 3 });
      expect(usual.notes).toContainEqual({ code: 'archived-left-out', params: { count: 3 } });
      const all = await about({ includeArchived: true });
      expect(all.total.values).toEqual({ sent: 6 });
      expect(all.notes.map(({ code }) => code)).not.toContain('archived-left-out');
    });

    it('counts what is archived where it is named', async () => {
      expect((await about({ programs: ['3'] })).total.values).toEqual({ sent: 2 });
      expect((await about({ assets: ['400'] })).total.values).toEqual({ sent: 1 });
      expect((await about({ programs: ['2'] })).total.values).toEqual({ sent: 1 });
    });
  });
});

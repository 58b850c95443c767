import { FoundLists } from './found-lists';
import type { ListedPeople } from './listed-people';

const listOf = (size: number) => ({ size }) as ListedPeople;

describe('Lists whose people are kept', () => {
  it('are found once, as long as nothing that they depend on has changed', async () => {
    const lists = new FoundLists();
    const find = jest.fn(() => Promise.resolve(listOf(3)));
    const first = await lists.lookUp('revision 1', find);
    expect(await lists.lookUp('revision 1', find)).toBe(first);
    await lists.lookUp('revision 2', find);
    expect(find).toHaveBeenCalledTimes(2);
  });

  it('go when there are too many people in them, those that nobody asked for longest first', async () => {
    const lists = new FoundLists();
    const found: string[] = [];
    const ask = (about: string) =>
      lists.lookUp(about, () => {
        found.push(about);
        return Promise.resolve(listOf(400_000));
      });
    await ask('a');
    await ask('b');
    await ask('a');
    await ask('c');
    await ask('a');
    await ask('b');
    expect(found).toEqual(['a', 'b', 'c', 'b']);
  });

  it('are found again after a failure', async () => {
    const lists = new FoundLists();
    await expect(lists.lookUp('a', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    expect(await lists.lookUp('a', () => Promise.resolve(listOf(1)))).toEqual({ size: 1 });
  });
});

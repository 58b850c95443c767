import type { Link, LinkType } from '@tallysheet/contract';
import { appended, recounted } from './link-order';

const link = (id: string, totalClicks = 5, type: LinkType = 'tracked'): Link => ({
  id,
  url: `https://shop.example/${id}`,
  label: null,
  category: null,
  type,
  totalClicks,
});
const short = (links: readonly Link[]) => links.map(({ id, totalClicks }) => `${id} ${totalClicks}`);

describe('The list of links', () => {
  it('shows a link once that has moved to a later page', () => {
    expect(short(appended([link('a'), link('b')], [link('b'), link('c')]))).toEqual(['a 5', 'b 5', 'c 5']);
  });

  it('keeps its order after a recount, with the new numbers', () => {
    expect(short(recounted([link('a', 5), link('b', 4)], [link('b', 4), link('a', 1)]))).toEqual(['a 1', 'b 4']);
  });

  it('keeps a link that counts no clicks any more, even far down', () => {
    const known = [link('a', 5, 'unsubscribe'), link('b', 4)];
    expect(short(recounted(known, [link('b', 4), link('c', 3)]))).toEqual(['a 0', 'b 4', 'c 3']);
  });

  it('lets a link go that has become part of another', () => {
    expect(short(recounted([link('a'), link('b')], [link('a', 10)]))).toEqual(['a 10']);
  });
});

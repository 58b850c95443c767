import { isTicked, kindsTicked, tagsTyped, tick, tidy } from './filter-draft';

describe('A filter while it is being chosen', () => {
  it('holds what is ticked in the tree, each kind in its own list', () => {
    const once = tick(tick({ tags: ['a'] }, { kind: 'folder', id: 'f' }), { kind: 'sms', id: 's' });
    expect(once).toEqual({ tags: ['a'], folders: ['f'], assets: ['s'] });
    expect([isTicked(once, { kind: 'folder', id: 'f' }), isTicked(once, { kind: 'program', id: 'f' })]).toEqual([
      true,
      false,
    ]);
    expect(isTicked(once, { kind: 'emails', id: 's' })).toBe(false);
    expect(tick(once, { kind: 'folder', id: 'f' })).toEqual({ tags: ['a'], assets: ['s'] });
  });

  it('knows when kinds narrow each other', () => {
    expect(kindsTicked({ assets: ['1', '2'], tags: ['a'] })).toBe(1);
    expect(kindsTicked({ assets: ['1'], programs: ['2'] })).toBe(2);
  });

  it('drops what filters nothing', () => {
    expect(tidy({ tags: [], namePattern: '', includeArchived: false, programs: ['1'] })).toEqual({ programs: ['1'] });
    expect(tagsTyped(' Shoes, ,Hats,Shoes ')).toEqual(['Shoes', 'Hats']);
  });
});

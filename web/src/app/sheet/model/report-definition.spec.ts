import { TYPE } from '../testing/sheet-story';
import { decodeDefinition, encodeDefinition } from './definition-address';
import { type Definition, newDefinition, sameDefinition } from './report-definition';

const saved = newDefinition(TYPE.id, 'Été – “spécial” 日本', { programId: 'p1', campaignId: null });
const with_ = (query: Partial<Definition['query']>): Definition => ({ ...saved, query: { ...saved.query, ...query } });

describe('A report’s definition', () => {
  it('opens on the last 30 days of its program', () => {
    expect(saved.query).toEqual({
      reportType: TYPE.id,
      timeFrame: { preset: 'last-30-days' },
      assetFilter: { programs: ['p1'] },
    });
  });

  it.each<[string, Definition]>([
    ['the basis that is the default anyway', with_({ timeBasis: 'sent' })],
    ['the columns that are shown anyway', with_({ columns: ['delivered', 'opened', 'openRate'] })],
    ['bots counted, as they are anyway', with_({ humanOnly: false })],
    ['an empty sort', with_({ sort: [] })],
    ['no smart list', with_({ smartList: undefined })],
    ['a column without width', { ...saved, layout: { columns: [{ id: 'opened' }], collapsed: [] } }],
  ])('is the same with %s written out', (_, other) => {
    expect(sameDefinition(saved, other, TYPE)).toBe(true);
  });

  it.each<[string, Definition]>([
    ['another period', with_({ timeFrame: { preset: 'all-time' } })],
    ['columns in another order', with_({ columns: ['opened', 'delivered', 'openRate'] })],
    ['a sort', with_({ sort: [{ columnId: 'opened', direction: 'asc' }] })],
    ['the whole workspace', with_({ assetFilter: undefined })],
    ['a smart list', with_({ smartList: { match: 'all', rules: [{ did: 'opened' }] } })],
    ['a wider column', { ...saved, layout: { columns: [{ id: 'opened', width: 90 }], collapsed: [] } }],
    ['a folded campaign', { ...saved, layout: { columns: [], collapsed: ['c1'] } }],
    ['another name', { ...saved, name: 'Spring' }],
  ])('differs with %s', (_, other) => {
    expect(sameDefinition(saved, other, TYPE)).toBe(false);
  });

  it('is the same whatever order the fields of its rules are written in', () => {
    const one = with_({ smartList: { match: 'any', rules: [{ did: 'opened', atLeast: 2, not: undefined }] } });
    const other = with_({ smartList: { rules: [{ atLeast: 2, did: 'opened' }], match: 'any' } });
    expect(sameDefinition(one, other, TYPE)).toBe(true);
    const third = with_({ smartList: { rules: [{ atLeast: 3, did: 'opened' }], match: 'any' } });
    expect(sameDefinition(one, third, TYPE)).toBe(false);
  });

  it('survives the address with its smart list', () => {
    const listed = with_({
      smartList: {
        match: 'none',
        rules: [{ match: 'any', rules: [{ attribute: 'Pays', operator: 'is', values: ['Été'] }] }],
      },
    });
    expect(decodeDefinition(encodeDefinition(listed))).toEqual(listed);
  });

  it('survives the address, whatever its name is written in', () => {
    const text = encodeDefinition(saved);
    expect(text).toMatch(/^[\w-]+$/);
    expect(decodeDefinition(text)).toEqual(saved);
  });

  it.each(['', '%%%', btoa('{}'), btoa('nonsense')])('is not read from the damaged address %p', (text) => {
    expect(decodeDefinition(text)).toBeNull();
  });
});

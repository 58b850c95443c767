import { TYPE } from '../testing/sheet-story';
import { type ColumnCommand, obey } from './column-command';
import { displayedColumnIds } from './layout-changes';
import { type Definition, newDefinition } from './report-definition';

const report = newDefinition(TYPE.id, 'Report', { programId: null, campaignId: null });
const after = (...commands: ColumnCommand[]): Definition =>
  commands.reduce((definition, command) => obey(command, definition, TYPE), report);
const ids = (definition: Definition) => displayedColumnIds(definition, TYPE);

describe('What is done to a column', () => {
  it('sorts figures from the highest, then the lowest, then not at all', () => {
    const click: ColumnCommand = { kind: 'next-sort', columnId: 'opened' };
    expect(after(click).query.sort).toEqual([{ columnId: 'opened', direction: 'desc' }]);
    expect(after(click, click).query.sort).toEqual([{ columnId: 'opened', direction: 'asc' }]);
    expect(after(click, click, click).query.sort).toBeUndefined();
  });

  it('sorts names from A on', () => {
    expect(after({ kind: 'next-sort', columnId: 'name' }).query.sort).toEqual([{ columnId: 'name', direction: 'asc' }]);
  });

  it('pins a column before the others and lets it go again', () => {
    const pinned = after({ kind: 'pin', columnId: 'openRate', pinned: true });
    expect(ids(pinned)).toEqual(['openRate', 'delivered', 'opened']);
    expect(ids(obey({ kind: 'pin', columnId: 'openRate', pinned: false }, pinned, TYPE))).toEqual(ids(report));
  });

  it('moves a column by one place, but never past an end or the pinned ones', () => {
    expect(ids(after({ kind: 'move', columnId: 'opened', places: -1 }))).toEqual(['opened', 'delivered', 'openRate']);
    expect(ids(after({ kind: 'move', columnId: 'openRate', places: 1 }))).toEqual(ids(report));
    const pinned = after({ kind: 'pin', columnId: 'delivered', pinned: true });
    expect(ids(obey({ kind: 'move', columnId: 'opened', places: -1 }, pinned, TYPE))).toEqual(ids(pinned));
  });

  it('hides a column and ends the sort by it', () => {
    const hidden = after({ kind: 'next-sort', columnId: 'opened' }, { kind: 'hide', columnId: 'opened' });
    expect(ids(hidden)).toEqual(['delivered', 'openRate']);
    expect(hidden.query.sort).toBeUndefined();
  });

  it('leaves at least one column', () => {
    const one = after({ kind: 'hide', columnId: 'opened' }, { kind: 'hide', columnId: 'openRate' });
    expect(ids(obey({ kind: 'hide', columnId: 'delivered' }, one, TYPE))).toEqual(['delivered']);
  });
});

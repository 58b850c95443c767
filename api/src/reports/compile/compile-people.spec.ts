import { sqlite } from '../../database/dialect';
import { expectGolden } from '../../testing/golden';
import { compilePeople, type PeopleAsked } from './compile-people';

const march = {
  ...{ from: Date.UTC(2024, 2, 1, 5), to: Date.UTC(2024, 3, 1, 4) },
  ...{ firstDay: Date.UTC(2024, 2, 1), endDay: Date.UTC(2024, 3, 1) },
};
const CASES: Record<string, PeopleAsked> = {
  'people of all time': { workspaceId: 1, hideDeleted: false, createdAttribute: null, frame: null, keys: [] },
  'people of a month by status and renewal without the deleted ones': {
    ...{ workspaceId: 1, hideDeleted: true, createdAttribute: 7, frame: march },
    keys: [{ by: 'created' }, { by: 'attribute', id: 8, type: 'date' }],
  },
};

describe('The SQL of people', () => {
  it.each(Object.entries(CASES))('%s', async (title, asked) => {
    const compiled = compilePeople(asked, sqlite);
    await expectGolden(title, [compiled]);
    expect(compiled.text.split('?').length - 1).toBe(compiled.parameters.length);
  });
});

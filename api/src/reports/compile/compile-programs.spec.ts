import { expectGolden } from '../../testing/golden';
import { compileCosts, compilePrograms, compileStarts, compileSuccesses } from './compile-programs';
import type { CompiledQuery } from './sheet-query';

const march = { from: Date.UTC(2024, 2, 1), to: Date.UTC(2024, 3, 1) };
const own = new Map([['2', ['Attended', 'Won']]]);
const CASES: Record<string, CompiledQuery[]> = {
  'programs that a filter leaves': [
    compilePrograms(1, {}),
    compilePrograms(1, {
      ...{ programs: ['1', '2'], campaigns: ['10'], channels: ['email'] },
      ...{ named: { campaigns: ['10'], assets: [] }, withoutArchived: { programs: ['3'] } },
    }),
  ],
  'where people begin in a month': [
    compileStarts({ workspaceId: 1, hideDeleted: true, ...march }),
    compileStarts({ workspaceId: 1, hideDeleted: false, from: null, to: null }),
  ],
  'who succeeds in a month by program and in all': [
    compileSuccesses({ workspaceId: 1, hideDeleted: true, ...march, programs: ['1', '2'], own, inAll: false }),
    compileSuccesses({ workspaceId: 1, hideDeleted: false, ...march, programs: ['1'], own: new Map(), inAll: true }),
  ],
  'costs of months that begin in a frame': [compileCosts(1, '2024-03-02', '2024-05-01'), compileCosts(1, null, null)],
};

describe('The SQL of programs', () => {
  it.each(Object.entries(CASES))('%s', async (title, statements) => {
    await expectGolden(title, statements);
    for (const { text, parameters } of statements) expect(text.split('?').length - 1).toBe(parameters.length);
  });
});

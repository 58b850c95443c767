import { expectGolden } from '../../testing/golden';
import { compileMessagesBehind, type MessagesAsked } from './compile-people-behind';

const asked: MessagesAsked = {
  query: {
    workspaceId: 1,
    basis: 'sent',
    audiences: ['live', 'deleted'],
    frame: [],
    young: [],
    timeParts: [],
    messageLevels: [],
    counters: [],
    humanOnly: false,
    extremes: [],
    channel: 'email',
    filter: {},
  },
  campaignKey: 2,
  assetKey: 3,
  run: { from: 1899242, to: 1899338 },
  counters: ['opened'],
  after: null,
  limit: 51,
};
const by = (index: string) => `FORCE INDEX (${index})`;

describe('The SQL of who is behind a number', () => {
  it('the first page by date of sending, and what follows a message', async () => {
    const after = { anchorAt: 1709318000000, personId: Buffer.alloc(2, 7), sendKey: 'r1' };
    await expectGolden('who opened what was sent on a day and who comes after', [
      compileMessagesBehind(asked, by),
      compileMessagesBehind({ ...asked, after }, by),
    ]);
  });

  it('by date of activity, of people only', async () => {
    const query = { ...asked.query, basis: 'activity' as const, humanOnly: true };
    await expectGolden('who bounced or clicked on a day by date of activity', [
      compileMessagesBehind({ ...asked, query, counters: ['hardBounced', 'softBounced'] }, by),
      compileMessagesBehind({ ...asked, query, counters: ['clickedHuman'] }, by),
    ]);
  });
});

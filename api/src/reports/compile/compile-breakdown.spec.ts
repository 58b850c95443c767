import { coverDays } from '@tallysheet/report-model';
import { expectGolden } from '../../testing/golden';
import { compileActivePairs, compileBreakdown, compilePeopleBetween } from './compile-breakdown';
import type { SheetQuery } from './sheet-query';

const BY_KEY = () => 'BY KEY';
const at = (text: string) => Date.parse(`${text}Z`);

const query: SheetQuery = {
  workspaceId: 1,
  basis: 'sent',
  audiences: ['live', 'deleted'],
  frame: [],
  young: [],
  timeParts: [],
  messageLevels: [],
  counters: ['initial', 'sent', 'opened', 'clicked', 'totalClicks', 'noSendRecord'],
  humanOnly: false,
  extremes: [],
  channel: 'email',
  filter: {},
};
const cover = coverDays(at('2024-03-01T18:30'), at('2024-03-08T18:30'));

describe('The SQL of links and domains', () => {
  it('links of all time, of one program', async () => {
    const { days } = coverDays(null, null);
    await expectGolden('links of all time of one program', [
      compileBreakdown({ ...query, filter: { programs: ['7'] } }, 'link', days, BY_KEY),
    ]);
  });

  it('domains of some days off by five and a half hours, and whose messages are read at their edges', async () => {
    const people = compilePeopleBetween(query, 'domain', cover.edges, (index) => `FORCE INDEX (${index})`);
    await expectGolden('domains of days off by five and a half hours', [
      compileBreakdown(query, 'domain', cover.days, BY_KEY),
      compileActivePairs(query, cover.edges, BY_KEY),
      { text: people.text, parameters: [1, 2, 3, ...people.bounds] },
    ]);
  });

  it('links by date of activity, of people only', async () => {
    const asked: SheetQuery = { ...query, basis: 'activity', humanOnly: true, counters: ['totalClicksHuman'] };
    const people = compilePeopleBetween(asked, 'link', cover.edges, (index) => `FORCE INDEX (${index})`);
    await expectGolden('links by date of activity of people only', [
      compileBreakdown(asked, 'link', cover.days, BY_KEY),
      { text: people.text, parameters: [1, 2, 3, ...people.bounds] },
    ]);
  });
});

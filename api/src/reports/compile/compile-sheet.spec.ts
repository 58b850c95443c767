import { coverFrame, localRuns } from '@tallysheet/report-model';
import { expectGolden } from '../../testing/golden';
import { compileSheet } from './compile-sheet';
import type { SheetQuery } from './sheet-query';

const BY_KEY = () => 'BY KEY';
const at = (text: string) => Date.parse(`${text}Z`);

const allTime: SheetQuery = {
  workspaceId: 1,
  basis: 'sent',
  audiences: ['live', 'deleted'],
  frame: coverFrame(null, null),
  young: [],
  timeParts: [],
  messageLevels: [],
  counters: ['sent', 'delivered', 'openedTracked', 'deliveredTracked', 'noSendRecord'],
  humanOnly: false,
  extremes: [],
  channel: 'email',
  filter: {},
};

/** Title of a case, which is also its file, and what is asked for. */
const CASES: Record<string, SheetQuery> = {
  'all time reads one row an email': allTime,
  'a day off by five and a half hours reads hours and quarters at its edges': {
    ...allTime,
    frame: coverFrame(at('2024-03-01T18:30'), at('2024-03-02T18:30')),
  },
  'a year reads whole months': { ...allTime, frame: coverFrame(at('2023-01-01T00:00'), at('2024-01-01T00:00')) },
  'pending and aborted read the young messages beside': {
    ...allTime,
    counters: ['pending', 'pendingYoung'],
    frame: coverFrame(at('2024-03-01T00:00'), at('2024-03-08T00:00')),
    young: coverFrame(at('2024-03-04T10:15'), at('2024-03-08T00:00')),
  },
  'activity of people only with first and last activity': {
    ...allTime,
    basis: 'activity',
    humanOnly: true,
    counters: ['openedHuman', 'clickedHuman', 'totalOpensHuman'],
    extremes: ['firstActivityAt', 'lastActivityAt'],
  },
  'filters join with or inside and with and between': {
    ...allTime,
    audiences: ['live'],
    filter: { programs: ['1', '2'], campaigns: ['10'], assets: ['100', '101'], channels: ['email'] },
  },
  'a name pattern and what is archived': {
    ...allTime,
    filter: {
      campaigns: ['10'],
      named: { campaigns: ['10', '11'], assets: ['100'] },
      withoutArchived: { programs: ['3'] },
    },
  },
  'a name pattern that nothing is called by finds nothing': {
    ...allTime,
    filter: { named: { campaigns: [], assets: [] } },
  },
  'by day and hour of a zone that changes its clocks reads each part by itself': {
    ...allTime,
    basis: 'activity',
    counters: ['opened', 'totalOpens'],
    timeParts: ['day', 'hour'],
    frame: localRuns(at('2024-03-08T05:00'), at('2024-03-12T04:00'), {
      ...{ timeZone: 'America/New_York', now: at('2024-06-01T00:00'), by: 'hour' },
    }),
  },
  'by the day of the week': {
    ...allTime,
    timeParts: ['weekday'],
    frame: localRuns(at('2024-03-01T00:00'), at('2024-03-08T00:00'), {
      ...{ timeZone: 'UTC', now: at('2024-06-01T00:00'), by: 'day' },
    }),
  },
  'a filter that names nothing finds nothing': { ...allTime, filter: { programs: [] } },
};

describe('The SQL of a sheet', () => {
  it.each(Object.entries(CASES))('%s', async (title, query) => {
    await expectGolden(title, [compileSheet(query, BY_KEY)]);
  });

  it.each(Object.entries(CASES))('has a parameter for every mark: %s', (_, query) => {
    const { text, parameters } = compileSheet(query, BY_KEY);
    expect(text.split('?').length - 1).toBe(parameters.length);
  });

  it('never carries a value of the request in its text', () => {
    const evil = "x' OR 1=1 --";
    const { text, parameters } = compileSheet({ ...allTime, filter: { programs: [evil], assets: [evil] } }, BY_KEY);
    expect(text).not.toContain('OR 1=1');
    expect(parameters).toContain(evil);
  });
});

import { TallysheetError } from '@tallysheet/contract';
import { collect, textOf } from '../fixtures/streams';
import { NOW } from '../fixtures/activities';
import { EVENT_COLUMNS } from './event-columns';
import { readEvents } from './read-events';

const read = (text: string, mapping?: Record<string, string>) =>
  collect(readEvents(textOf(text, 7), { mapping, now: () => NOW }));

const clicked = {
  id: 'e1',
  kind: 'clicked',
  at: '2026-02-13T14:06:20Z',
  channel: 'email',
  campaign: { id: '8497', name: 'Spring' },
  asset: { id: '1670' },
  person: { id: '5414087', address: 'ada@example.com' },
  link: { url: 'https://a.example/?a=1,2', label: 'Offer' },
  agent: { userAgent: 'Mozilla/5.0' },
  bot: false,
};
const CSV =
  'id,kind,at,channel,campaign.id,campaign.name,asset.id,person.id,person.address,link.url,link.label,agent.userAgent,bot\n' +
  'e1,clicked,2026-02-13T14:06:20Z,email,8497,Spring,1670,5414087,ada@example.com,"https://a.example/?a=1,2",Offer,Mozilla/5.0,no\n';

describe('A file of canonical events', () => {
  it.each([
    ['a JSON list', JSON.stringify([clicked], null, 2)],
    ['NDJSON', `\n${JSON.stringify(clicked)}\n`],
    ['CSV with dotted headers', CSV],
    [
      'CSV with tabs and other header cases',
      CSV.replaceAll('"https://a.example/?a=1,2"', 'https://a.example/?a=1;2')
        .replaceAll(',', '\t')
        .replaceAll(';', ',')
        .replace('campaign.id', 'Campaign.ID'),
    ],
  ])('may be %s', async (_, text) => {
    expect((await read(text)).map(({ result }) => result)).toEqual([{ kind: 'event', event: clicked }]);
  });

  it('has a column for every field of an event', () => {
    expect(EVENT_COLUMNS.map(({ header }) => header)).toEqual([
      ...['id', 'kind', 'at', 'channel', 'campaign.id', 'campaign.name', 'asset.id', 'asset.name'],
      ...[
        'person.id',
        'person.address',
        'mergedPersons',
        'program.id',
        'program.name',
        'status.name',
        'status.success',
      ],
      ...['run.id', 'messageId', 'openTracking', 'variant', 'link.url', 'link.label', 'link.category'],
      ...['reason.code', 'reason.text', 'reason.failureType', 'agent.userAgent', 'agent.ip', 'agent.deviceId'],
      ...['bot', 'test'],
    ]);
  });

  it('reads lists and booleans of a CSV file', async () => {
    const [merge, status] = await read(
      'kind,at,person.id,mergedPersons,program.id,status.name,status.success\n' +
        'personMerged,2026-02-13T14:06:20Z,1,"2, 3;4",,,\n' +
        'programStatusChanged,2026-02-13T14:06:20Z,1,,77,Attended,TRUE\n',
    );
    expect(merge?.result).toMatchObject({ event: { mergedPersons: ['2', '3', '4'] } });
    expect(status?.result).toMatchObject({
      event: { program: { id: '77' }, status: { name: 'Attended', success: true } },
    });
  });

  it('may have other headers, given by a mapping', async () => {
    const rows = await read(CSV.replace('person.id', 'Contact'), { 'person.id': 'Contact' });
    expect(rows[0]?.result).toMatchObject({ event: { person: { id: '5414087' } } });
    await expect(read(CSV, { nothing: 'x' })).rejects.toEqual(
      new TallysheetError('invalid-request', { mapping: 'nothing' }),
    );
  });

  it('must say kind and date', async () => {
    await expect(read('person.id,at\n1,2026-02-13T14:06:20Z\n')).rejects.toEqual(
      new TallysheetError('missing-columns', { missing: 'kind', found: 'person.id, at' }),
    );
  });

  it.each([
    ['no person', { person: undefined }, 'missing-person', 'person', ''],
    ['an empty person', { person: {} }, 'missing-person', 'person', ''],
    ['no date', { at: 'yesterday' }, 'bad-date', 'at', 'yesterday'],
    ['a date without zone', { at: '2026-02-13T14:06:20' }, 'bad-date', 'at', '2026-02-13T14:06:20'],
    ['a date before 1980', { at: '1979-12-31T23:59:59Z' }, 'date-too-early', 'at', '1979-12-31T23:59:59Z'],
    ['a date far ahead', { at: '2026-03-03T00:00:00Z' }, 'date-in-future', 'at', '2026-03-03T00:00:00Z'],
    ['an unknown kind', { kind: 'sneezed' }, 'unknown-event-type', 'kind', 'sneezed'],
    ['an unknown channel', { channel: 'pigeon' }, 'invalid-field', 'channel', 'pigeon'],
    [
      'a link without address',
      { link: { label: 'x' } },
      'invalid-field',
      'link.url',
      'Invalid input: expected string, received undefined',
    ],
    ['a merge of nobody', { kind: 'personMerged' }, 'invalid-field', 'mergedPersons', ''],
    ['a status of no program', { kind: 'programStatusChanged' }, 'invalid-field', 'program', ''],
  ])('rejects an event with %s, and says where', async (_, change, code, field, detail) => {
    const rows = await read(`${JSON.stringify({ ...clicked, ...change })}\n${JSON.stringify(clicked)}`);
    expect(rows.map(({ result }) => result)).toEqual([
      { kind: 'rejected', code, field, detail },
      { kind: 'event', event: clicked },
    ]);
  });

  it('rejects what is no JSON or no object, and goes on', async () => {
    const rows = await read(`${JSON.stringify(clicked)}\nnonsense\n17\n`);
    expect(rows.map(({ line, result }) => [line, result.kind === 'rejected' ? result.code : result.kind])).toEqual([
      [1, 'event'],
      [2, 'not-json'],
      [3, 'invalid-field'],
    ]);
  });
});

import { canonicalEventSchema } from '@tallysheet/contract';
import fc from 'fast-check';
import { NOW } from '../fixtures/activities';
import type { EventReading } from '../reading';
import type { Activity } from './activity';
import { readActivity } from './read-activity';

const NONE: Activity = {
  marketoGUID: undefined,
  leadId: undefined,
  activityDate: undefined,
  activityTypeId: undefined,
  campaignId: undefined,
  primaryAttributeValueId: undefined,
  primaryAttributeValue: undefined,
  attributes: undefined,
  actionResult: undefined,
};

function read(type: number, attributes: object = {}, values: Partial<Activity> = {}): EventReading {
  const activity: Activity = {
    ...NONE,
    marketoGUID: '983000111',
    leadId: '5414087',
    activityDate: '2026-02-13T14:06:20Z',
    activityTypeId: String(type),
    campaignId: '8497',
    primaryAttributeValueId: '1670',
    primaryAttributeValue: 'Spring Webinar.Invite 1',
    attributes: JSON.stringify(attributes),
    ...values,
  };
  return readActivity(activity, NOW);
}

const base = { id: '983000111', at: '2026-02-13T14:06:20.000Z', person: { id: '5414087' } };
const message = {
  ...base,
  channel: 'email',
  campaign: { id: '8497' },
  asset: { id: '1670', name: 'Spring Webinar.Invite 1' },
};

describe('an activity as an event', () => {
  it.each([
    [6, 'sent'],
    [7, 'delivered'],
    [9, 'unsubscribed'],
    [10, 'opened'],
    [11, 'clicked'],
    [111, 'forwarded'],
  ])('reads type %i as %s', (type, kind) => {
    expect(read(type)).toEqual({ kind: 'event', event: { ...message, kind } });
  });

  it('reads all that an open carries', () => {
    const attributes = {
      Campaign: 'Email Batch Program-8503-send-email-campaign',
      'Campaign Run ID': 20326,
      'Message ID': 'm-1',
      'Test Variant': 2,
      'User Agent': 'Mozilla/5.0 (via ggpht.com GoogleImageProxy)',
      'Client IP Address': '192.0.2.7',
      'Is Bot Activity': false,
      'Bot Activity Pattern': 'N/A',
    };
    expect(read(10, attributes)).toEqual({
      kind: 'event',
      event: {
        ...message,
        kind: 'opened',
        campaign: { id: '8497', name: 'Email Batch Program-8503-send-email-campaign' },
        run: { id: '20326' },
        messageId: 'm-1',
        variant: '2',
        agent: { userAgent: 'Mozilla/5.0 (via ggpht.com GoogleImageProxy)', ip: '192.0.2.7' },
        bot: false,
      },
    });
  });

  it('knows a bot only by a true flag, and says nothing for N/A', () => {
    expect(read(11, { 'Is Bot Activity': 'TRUE' })).toMatchObject({ event: { bot: true } });
    for (const flag of ['N/A', '', null]) {
      expect(read(11, { 'Is Bot Activity': flag })).toEqual({ kind: 'event', event: { ...message, kind: 'clicked' } });
    }
  });

  it('takes a test variant of 0 or nothing for none', () => {
    for (const variant of [0, '0', '', null])
      expect(read(6, { 'Test Variant': variant })).not.toHaveProperty('event.variant');
  });

  it('tells a click on the unsubscribe or web page link from a click', () => {
    const link = { url: 'https://go.example.com/UnsubscribePage.html?mkt_unsubscribe=1' };
    expect(read(11, { Link: link.url })).toMatchObject({ event: { kind: 'optOutClicked', link } });
    expect(read(11, { Link: 'https://go.example.com/viewInBrowser' })).toMatchObject({
      event: { kind: 'mirrorViewed' },
    });
    expect(read(11, { Link: 'mailto:a@example.com' })).toMatchObject({
      event: { kind: 'clicked', link: { url: 'mailto:a@example.com' } },
    });
  });

  it('describes bounces, hard and soft', () => {
    const attributes = {
      Category: '2',
      Subcategory: '2003',
      Details: '550 5.1.1 unknown user',
      Email: 'a@example.com',
    };
    expect(read(8, attributes)).toMatchObject({
      event: {
        kind: 'hardBounced',
        reason: { code: 'user-unknown', text: '550 5.1.1 unknown user', failureType: 'hard' },
      },
    });
    expect(read(27, {})).toMatchObject({
      event: { kind: 'softBounced', reason: { code: 'not-defined', failureType: 'soft' } },
    });
  });

  it('reads the mailing of a forward where the primary attribute is the friend', () => {
    expect(read(111, { 'Mailing ID': 77 })).toMatchObject({ event: { kind: 'forwarded', asset: { id: '77' } } });
  });

  it('reads the events of a person alone', () => {
    expect(read(12)).toEqual({ kind: 'event', event: { ...base, kind: 'personCreated' } });
    expect(read(37)).toEqual({ kind: 'event', event: { ...base, kind: 'personDeleted' } });
    expect(read(104, { 'New Status': 'Attended', 'Old Status': 'Invited', Success: true })).toEqual({
      kind: 'event',
      event: {
        ...base,
        kind: 'programStatusChanged',
        program: { id: '1670', name: 'Spring Webinar.Invite 1' },
        status: { name: 'Attended', success: true },
      },
    });
  });

  it.each([
    ['a list', [5414087, 1, '2', 1]],
    ['a list as text', '[1, 2]'],
    ['commas', '1,2,5414087'],
    ['semicolons', '1; 2'],
  ])('reads merged people given as %s, without the one they are merged into', (_, ids) => {
    expect(read(32, { 'Merge IDs': ids })).toEqual({
      kind: 'event',
      event: { ...base, kind: 'personMerged', mergedPersons: ['1', '2'] },
    });
  });

  it('passes over other types, and what was skipped or failed', () => {
    expect(read(1, {}, { leadId: undefined, activityDate: 'odd' })).toEqual({ kind: 'passed-over', type: '1' });
    expect(read(100001)).toEqual({ kind: 'passed-over', type: '100001' });
    expect(read(6, {}, { actionResult: 'skipped' })).toEqual({ kind: 'passed-over', type: '6 skipped' });
    expect(read(6, {}, { actionResult: 'Failed' })).toEqual({ kind: 'passed-over', type: '6 failed' });
    expect(read(6, {}, { actionResult: 'succeeded' })).toMatchObject({ kind: 'event' });
  });

  it('does without an id and without a campaign', () => {
    expect(read(7, {}, { marketoGUID: undefined, campaignId: undefined })).toEqual({
      kind: 'event',
      event: {
        kind: 'delivered',
        at: base.at,
        person: base.person,
        channel: 'email',
        asset: message.asset,
      },
    });
    expect(read(7, { 'Campaign ID': 12 }, { campaignId: undefined })).toMatchObject({
      event: { campaign: { id: '12' } },
    });
  });

  it.each<[string, EventReading, string, string | null, string]>([
    ['no type', read(7, {}, { activityTypeId: undefined }), 'bad-activity-type', 'activityTypeId', ''],
    [
      'a type that is no number',
      read(7, {}, { activityTypeId: 'open' }),
      'bad-activity-type',
      'activityTypeId',
      'open',
    ],
    ['an unknown result', read(7, {}, { actionResult: 'maybe' }), 'invalid-field', 'actionResult', 'maybe'],
    ['no person', read(7, {}, { leadId: undefined }), 'missing-person', 'leadId', ''],
    ['no date', read(7, {}, { activityDate: undefined }), 'bad-date', 'activityDate', ''],
    [
      'no such day',
      read(7, {}, { activityDate: '2024-02-30T00:00:00Z' }),
      'bad-date',
      'activityDate',
      '2024-02-30T00:00:00Z',
    ],
    [
      'a date before 1980',
      read(7, {}, { activityDate: '1979-12-31T00:00:00Z' }),
      'date-too-early',
      'activityDate',
      '1979-12-31T00:00:00Z',
    ],
    [
      'a date ahead',
      read(7, {}, { activityDate: '2026-03-03T00:00:00Z' }),
      'date-in-future',
      'activityDate',
      '2026-03-03T00:00:00Z',
    ],
    ['no email', read(7, {}, { primaryAttributeValueId: undefined }), 'missing-asset', 'primaryAttributeValueId', ''],
    ['broken attributes', read(7, {}, { attributes: '{"a":' }), 'attributes-not-json', 'attributes', '{"a":'],
    ['an id that is too long', read(7, {}, { leadId: 'x'.repeat(129) }), 'invalid-field', 'leadId', 'x'.repeat(129)],
    ['nobody merged', read(32, { 'Merge IDs': '5414087' }), 'invalid-field', 'Merge IDs', '5414087'],
    [
      'no program',
      read(104, { 'New Status': 'x' }, { primaryAttributeValueId: undefined }),
      'missing-id',
      'primaryAttributeValueId',
      '',
    ],
    ['no status', read(104, {}), 'invalid-field', 'New Status', ''],
  ])('rejects %s', (_, result, code, field, detail) => {
    expect(result).toEqual({ kind: 'rejected', code, field, detail });
  });

  it('answers every activity, and only with events that keep the contract', () => {
    const names = fc.constantFrom(
      'Campaign',
      'Campaign Run ID',
      'Message ID',
      'Test Variant',
      'User Agent',
      'Client IP Address',
      'Is Bot Activity',
      'Link',
      'Category',
      'Details',
      'Merge IDs',
      'New Status',
      'Success',
      'Mailing ID',
      'Campaign ID',
    );
    const value = fc.oneof(
      fc.jsonValue(),
      fc.string({ minLength: 9000, maxLength: 9100 }),
      fc.constantFrom('1', 'true', 'N/A'),
    );
    const text = fc.oneof(fc.string({ minLength: 1 }), fc.string({ minLength: 250, maxLength: 300 }));
    const types = fc.constantFrom(6, 7, 8, 9, 10, 11, 12, 27, 32, 37, 104, 111);
    fc.assert(
      fc.property(types, fc.dictionary(names, value), text, text, (type, attributes, name, id) => {
        const trimmed = id.trim();
        fc.pre(trimmed !== '');
        const result = read(type, attributes, { primaryAttributeValue: name, primaryAttributeValueId: trimmed });
        if (result.kind === 'event')
          expect(canonicalEventSchema.safeParse(result.event)).toMatchObject({ success: true });
        else expect(result.kind).toBe('rejected');
      }),
      { numRuns: 200 },
    );
  });
});

import { DEFAULT_MAPPING } from '@tallysheet/contract';
import { about, HASH, OWN_MAPPING } from '../fixtures/webhooks';
import { ses } from './ses';

const { readAll, readOne, expectToBearAnything } = about(ses);

const mail = {
  timestamp: '2026-03-01T11:58:00.000Z',
  messageId: 'ses-1',
  source: 'shop@example.com',
  destination: ['Ada <ada@example.com>'],
  tags: { 'ses:configuration-set': ['main'], campaign: ['spring'], asset: ['invite-1'] },
};

/** A record of event publishing. */
function record(eventType: string, parts: object, inMail: object = {}): object {
  return { eventType, mail: { ...mail, ...inMail }, ...parts };
}

/** The same as it arrives through SNS. */
function envelope(message: object | string): Record<string, string> {
  const Message = typeof message === 'string' ? message : JSON.stringify(message);
  return { Type: 'Notification', MessageId: 'sns-1', TopicArn: 'arn:aws:sns:eu-west-1:1:t', Message };
}

const at = { timestamp: '2026-03-01T12:00:00.123Z' };
const base = {
  id: HASH,
  at: '2026-03-01T12:00:00.123Z',
  person: { address: 'ada@example.com' },
  channel: 'email',
  campaign: { id: 'spring' },
  asset: { id: 'invite-1' },
  messageId: 'ses-1',
};
const atSend = { ...base, at: '2026-03-01T11:58:00.000Z' };

function bounce(bounceType: string, bounceSubType: string, recipient: object = {}): object {
  const bouncedRecipients = [{ emailAddress: 'ada@example.com', ...recipient }];
  return { bounce: { bounceType, bounceSubType, bouncedRecipients, feedbackId: 'fb-1', ...at } };
}

describe('ses', () => {
  it('reads a send and a delivery', () => {
    expect(readOne(envelope(record('Send', { send: {} })))).toEqual({ ...atSend, kind: 'sent' });
    const delivery = { ...at, recipients: ['ada@example.com'], smtpResponse: '250 ok' };
    expect(readOne(envelope(record('Delivery', { delivery })))).toEqual({ ...base, kind: 'delivered' });
  });

  it('reads an open and a click with who did it', () => {
    const action = { ...at, ipAddress: '203.0.113.9', userAgent: 'Mozilla/5.0' };
    const read = { ...base, agent: { ip: '203.0.113.9', userAgent: 'Mozilla/5.0' } };
    expect(readOne(envelope(record('Open', { open: action })))).toEqual({ ...read, kind: 'opened' });
    const click = { ...action, link: 'https://shop.example/a', linkTags: { place: ['top'] } };
    expect(readOne(envelope(record('Click', { click })))).toEqual({
      ...read,
      kind: 'clicked',
      link: { url: 'https://shop.example/a' },
    });
  });

  it.each([
    ['Permanent', 'General', { status: '5.1.2', diagnosticCode: 'smtp; 550' }, 'hardBounced', 'invalid-domain', 'hard'],
    ['Permanent', 'NoEmail', {}, 'hardBounced', 'user-unknown', 'hard'],
    ['Permanent', 'Suppressed', { status: '5.1.1' }, 'excluded', 'quarantined-address', 'ignored'],
    ['Permanent', 'OnAccountSuppressionList', { status: '5.1.1' }, 'excluded', 'quarantined-address', 'ignored'],
    ['Transient', 'General', {}, 'softBounced', 'not-defined', 'soft'],
    ['Transient', 'MailboxFull', {}, 'softBounced', 'mailbox-full', 'soft'],
    ['Transient', 'MessageTooLarge', {}, 'softBounced', 'refused', 'soft'],
    ['Transient', 'ContentRejected', {}, 'softBounced', 'refused', 'soft'],
    ['Transient', 'AttachmentRejected', {}, 'softBounced', 'refused', 'soft'],
    ['Transient', 'CustomTimeoutExceeded', {}, 'softBounced', 'unreachable', 'soft'],
    ['Undetermined', 'Undetermined', { status: '5.1.1' }, 'softBounced', 'not-defined', 'undefined'],
  ])('reads the bounce %s / %s %j as %s: %s', (type, subtype, recipient, kind, code, failureType) => {
    const text = 'diagnosticCode' in recipient ? { text: recipient.diagnosticCode } : {};
    expect(readOne(envelope(record('Bounce', bounce(type, subtype, recipient))))).toEqual({
      ...base,
      id: 'fb-1/ada@example.com',
      kind,
      reason: { code, failureType, ...text },
    });
  });

  it('reads a complaint, unless it says that the mail is no spam or was never sent', () => {
    const complaint = (more: object): object =>
      envelope(
        record('Complaint', {
          complaint: {
            ...at,
            feedbackId: 'fb-2',
            complainedRecipients: [{ emailAddress: 'ada@example.com' }],
            userAgent: 'FBL/1',
            ...more,
          },
        }),
      );
    expect(readOne(complaint({ complaintFeedbackType: 'abuse' }))).toEqual({
      ...base,
      id: 'fb-2/ada@example.com',
      kind: 'complained',
    });
    expect(readOne(complaint({ complaintFeedbackType: 'not-spam' }))).toEqual({
      kind: 'passed-over',
      type: 'Complaint',
    });
    expect(readOne(complaint({ complaintSubType: 'OnAccountSuppressionList' }))).toMatchObject({
      kind: 'excluded',
      reason: { code: 'quarantined-address', failureType: 'ignored' },
    });
  });

  it.each([
    ['MailboxFull', 'mailbox-full'],
    ['SpamDetected', 'refused'],
    ['TransientCommunicationFailure', 'unreachable'],
    ['General', 'not-defined'],
  ])('reads a delay for %s as deferred', (delayType, code) => {
    const delayedRecipients = [{ emailAddress: 'ada@example.com', status: '4.0.0', diagnosticCode: 'smtp; 421' }];
    expect(
      readOne(envelope(record('DeliveryDelay', { deliveryDelay: { ...at, delayType, delayedRecipients } }))),
    ).toEqual({
      ...base,
      kind: 'deferred',
      reason: { code, text: 'smtp; 421', failureType: 'soft' },
    });
  });

  it('reads what SES would not or could not send as excluded', () => {
    expect(readOne(envelope(record('Reject', { reject: { reason: 'Bad content' } })))).toEqual({
      ...atSend,
      kind: 'excluded',
      reason: { code: 'excluded-by-rule', text: 'Bad content', failureType: 'ignored' },
    });
    const failure = { templateName: 'tpl-1', errorMessage: 'name is missing' };
    expect(readOne(envelope(record('Rendering Failure', { failure }, { tags: { campaign: ['spring'] } })))).toEqual({
      ...atSend,
      kind: 'excluded',
      asset: { id: 'tpl-1' },
      reason: { code: 'not-defined', text: 'name is missing', failureType: 'ignored' },
    });
  });

  it('reads leaving a list as unsubscribed, joining one not', () => {
    const topic = (subscriptionStatus: string): object => ({
      topicSubscriptionStatus: [{ topicName: 'news', subscriptionStatus }],
    });
    const change = (oldTopicPreferences: object, newTopicPreferences: object): object =>
      envelope(
        record('Subscription', {
          subscription: { ...at, contactList: 'all', oldTopicPreferences, newTopicPreferences },
        }),
      );
    expect(readOne(change(topic('OptIn'), topic('OptOut')))).toEqual({ ...base, kind: 'unsubscribed' });
    expect(readOne(change(topic('OptIn'), { unsubscribeAll: true }))).toEqual({ ...base, kind: 'unsubscribed' });
    expect(readOne(change(topic('OptOut'), topic('OptIn')))).toEqual({
      kind: 'passed-over',
      type: 'Subscription',
    });
    expect(readOne(change(topic('OptOut'), topic('OptOut')))).toEqual({
      kind: 'passed-over',
      type: 'Subscription',
    });
  });

  it('reads feedback notifications, which have no tags but may have headers', () => {
    const { tags: _tags, ...untagged } = mail;
    const headers = [
      { name: 'X-SES-MESSAGE-TAGS', value: 'campaign=spring, asset=invite-1' },
      { name: 'X-Lead', value: 'p7' },
      { name: 'Subject', value: 'Spring' },
    ];
    const notification = {
      notificationType: 'Bounce',
      mail: { ...untagged, headers },
      ...bounce('Permanent', 'General'),
    };
    const mapping = { ...DEFAULT_MAPPING, person: ['x-lead'] };
    expect(readOne(envelope(notification), mapping)).toEqual({
      ...base,
      id: 'fb-1/ada@example.com',
      kind: 'hardBounced',
      person: { id: 'p7', address: 'ada@example.com' },
      reason: { code: 'user-unknown', failureType: 'hard' },
    });
  });

  it('finds campaign and email by the mapping of the source', () => {
    const tags = { journey: ['j1'], journey_name: ['Spring'], mail_no: ['4'], customer: ['c9'] };
    expect(readOne(envelope(record('Send', {}, { tags })), OWN_MAPPING)).toMatchObject({
      campaign: { id: 'j1', name: 'Spring' },
      asset: { id: '4' },
      person: { id: 'c9' },
    });
  });

  it('makes a row of each recipient, whose own text gives the same again', () => {
    const bouncedRecipients = [{ emailAddress: 'Ada@example.com' }, { emailAddress: 'bob@example.com' }];
    const document = envelope(
      record('Bounce', { bounce: { ...at, bounceType: 'Permanent', bouncedRecipients, feedbackId: 'fb-1' } }),
    );
    const rows = ses.read(document, DEFAULT_MAPPING);
    expect(rows.map(({ result }) => result.kind === 'event' && result.event.id)).toEqual([
      'fb-1/ada@example.com',
      'fb-1/bob@example.com',
    ]);
    expect(rows.map(({ raw }) => readAll(JSON.parse(raw)))).toEqual(rows.map(({ result }) => [result]));
  });

  it('rejects an open of a mail to several, since nobody knows whose it is', () => {
    const destination = ['a@example.com', 'b@example.com'];
    expect(readAll(envelope(record('Open', { open: at }, { destination })))).toEqual([
      {
        kind: 'rejected',
        code: 'missing-person',
        field: 'mail.destination',
        detail: '["a@example.com","b@example.com"]',
      },
    ]);
    expect(readAll(envelope(record('Send', {}, { destination })))).toMatchObject([
      { event: { person: { address: 'a@example.com' } } },
      { event: { person: { address: 'b@example.com' } } },
    ]);
  });

  it('reads records without envelope, as Firehose writes them, with the same id', () => {
    const send = record('Send', {});
    expect(readAll(send)).toEqual(readAll(envelope(send)));
  });

  it('passes over subscriptions, trials and mail to the simulator', () => {
    const destination = ['bounce@simulator.amazonses.com'];
    const documents = [
      {
        Type: 'SubscriptionConfirmation',
        Message: 'You have chosen …',
        SubscribeURL: 'https://sns.eu-west-1.amazonaws.com/',
      },
      { Type: 'UnsubscribeConfirmation', Message: 'You have chosen …' },
      envelope('Successfully validated SNS topic for Amazon SES event publishing.'),
      envelope({ notificationType: 'AmazonSnsSubscriptionSucceeded', message: 'You have successfully subscribed …' }),
      envelope(record('Send', {}, { destination })),
    ];
    expect(readAll(documents)).toEqual([
      { kind: 'passed-over', type: 'SubscriptionConfirmation' },
      { kind: 'passed-over', type: 'UnsubscribeConfirmation' },
      { kind: 'passed-over', type: 'topic-validation' },
      { kind: 'passed-over', type: 'AmazonSnsSubscriptionSucceeded' },
      { kind: 'passed-over', type: 'mailbox-simulator' },
    ]);
  });

  it('rejects what it does not know', () => {
    expect(readAll([envelope(record('Teleport', {})), envelope('hello'), envelope(record('Delivery', {})), 7])).toEqual(
      [
        { kind: 'rejected', code: 'unknown-event-type', field: 'eventType', detail: 'Teleport' },
        { kind: 'rejected', code: 'unreadable-body', field: 'Message', detail: 'hello' },
        { kind: 'rejected', code: 'missing-person', field: 'delivery.recipients', detail: '[]' },
        { kind: 'rejected', code: 'unknown-event-type', field: 'eventType', detail: '' },
      ],
    );
  });

  it('bears anything', () => {
    const types = [
      'Bounce',
      'Send',
      'Click',
      'Subscription',
      '2026-03-01T12:00:00Z',
      ['ada@example.com', { emailAddress: 'b@example.com' }],
      mail,
      JSON.stringify(record('Send', {})),
      '{"eventType":"Open","mail":7}',
    ];
    expectToBearAnything(
      ['Type', 'Message', 'eventType', 'mail', 'bounce', 'click', 'destination', 'bouncedRecipients', 'timestamp'],
      types,
    );
  });
});

import { createHmac } from 'node:crypto';
import { about, call, CALLED_AT, HASH, OWN_MAPPING } from '../fixtures/webhooks';
import { mailgun } from './mailgun';

const KEY = 'webhook signing key';
const { readOne, believes, expectToRefuse } = about(mailgun, KEY);
const FORM = 'application/x-www-form-urlencoded';
const TIMESTAMP = String(CALLED_AT / 1000);
const SIGNED = {
  timestamp: TIMESTAMP,
  token: 'a8ce0edb2dd8',
  signature: createHmac('sha256', KEY).update(`${TIMESTAMP}a8ce0edb2dd8`).digest('hex'),
};

function form(fields: Record<string, string>): unknown {
  const body = new URLSearchParams({ ...SIGNED, recipient: 'ada@example.com', tag: 'spring', ...fields });
  return mailgun.document?.(body.toString(), FORM);
}

const formBase = {
  id: HASH,
  at: '2026-03-01T12:00:00.000Z',
  person: { address: 'ada@example.com' },
  channel: 'email',
  campaign: { id: 'spring' },
};

describe('a form of mailgun', () => {
  it.each(['delivered', 'complained', 'unsubscribed', 'opened'])('reads a form that says %s', (type) => {
    expect(readOne(form({ event: type, 'Message-Id': '<2026.1@mg.example.com>' }))).toEqual({
      ...formBase,
      kind: type,
      messageId: '2026.1@mg.example.com',
    });
  });

  it('reads a click from a form, with the variables among its fields', () => {
    const fields = { event: 'clicked', url: 'https://shop.example/a', 'user-agent': 'Mozilla/5.0', ip: '203.0.113.9' };
    expect(readOne(form({ ...fields, email_id: 'mail-1', 'campaign-id': 'c-1', 'campaign-name': 'Spring' }))).toEqual({
      ...formBase,
      kind: 'clicked',
      campaign: { id: 'c-1', name: 'Spring' },
      asset: { id: 'mail-1' },
      link: { url: 'https://shop.example/a' },
      agent: { userAgent: 'Mozilla/5.0', ip: '203.0.113.9' },
    });
  });

  it.each([
    ['bounced', '', '550', '550 No such mailbox', 'hardBounced', 'user-unknown', 'hard'],
    ['dropped', 'hardfail', '550', 'No such user', 'hardBounced', 'user-unknown', 'hard'],
    ['dropped', 'old', '498', 'Too old', 'softBounced', 'not-defined', 'soft'],
    ['dropped', 'hardfail', '605', 'Not delivering', 'excluded', 'quarantined-address', 'ignored'],
  ])('reads a form that says %s, %s, %s "%s" as %s', (type, reason, code, error, kind, reasonCode, failureType) => {
    expect(readOne(form({ event: type, reason, code, error }))).toEqual({
      ...formBase,
      kind,
      reason: { code: reasonCode, text: error, failureType },
    });
  });

  it('reads variables from the headers of a form, and the last of what a variable hides', () => {
    const headers = JSON.stringify([
      ['Subject', 'Hello'],
      ['X-Mailgun-Variables', '{"journey": "j-7", "mail_no": 3}'],
    ]);
    const pairs = Object.entries({
      ...SIGNED,
      event: 'delivered',
      recipient: 'ada@example.com',
      'message-headers': headers,
    });
    const body = new URLSearchParams([['timestamp', 'my own'], ...pairs]).toString();
    expect(readOne(mailgun.document?.(body, FORM), OWN_MAPPING)).toEqual({
      ...formBase,
      kind: 'delivered',
      campaign: { id: 'j-7' },
      asset: { id: '3' },
    });
  });

  it('reads a form in parts, without its files', async () => {
    const parts = Object.entries({ ...SIGNED, event: 'bounced', recipient: 'ada@example.com', code: '550' });
    const text = parts.map(
      ([name, value]) => `--b42\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    );
    const file = '--b42\r\nContent-Disposition: form-data; name="event"; filename="a.eml"\r\n\r\ndelivered\r\n';
    const body = `${text.join('')}${file}--b42--\r\n`;
    const type = 'multipart/form-data; boundary="b42"';
    expect(readOne(mailgun.document?.(body, type))).toEqual({
      id: HASH,
      kind: 'hardBounced',
      at: '2026-03-01T12:00:00.000Z',
      channel: 'email',
      person: { address: 'ada@example.com' },
      reason: { code: 'user-unknown', failureType: 'hard' },
    });
    await expect(believes(call(body, { 'content-type': type }))).resolves.toBe(true);
    await expectToRefuse({
      truncated: call(body.slice(0, 200), { 'content-type': type }),
      'no boundary': call(body, { 'content-type': 'multipart/form-data' }),
    });
  });
});

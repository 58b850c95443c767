import { canonicalEventSchema, type CanonicalEvent } from '@tallysheet/contract';
import type { ApiBodyOptions } from '@nestjs/swagger';
import { z } from 'zod';

const welcome = {
  campaign: { id: '1004', name: 'Welcome' },
  asset: { id: '2017', name: 'Welcome 1' },
  person: { id: '518', address: 'ada@example.com' },
};

/** Three moments of one email: they work as they stand, once; the second time they are duplicates. */
const email: CanonicalEvent[] = [
  { id: 'example-1', kind: 'sent', at: '2026-03-02T08:00:00Z', channel: 'email', ...welcome },
  { id: 'example-2', kind: 'delivered', at: '2026-03-02T08:00:04Z', channel: 'email', ...welcome },
  {
    ...{ id: 'example-3', kind: 'clicked', at: '2026-03-02T09:30:00+01:00', channel: 'email', ...welcome },
    link: { url: 'https://www.example.com/start', label: 'Start' },
    agent: { userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/141.0.0.0 Safari/537.36' },
  },
];

const sms: CanonicalEvent[] = [
  {
    ...{ id: 'example-4', kind: 'hardBounced', at: '2026-03-02T10:00:00Z', channel: 'sms' },
    ...{ campaign: { id: '1005' }, asset: { id: '3001' }, person: { id: '519', address: '+33600000000' } },
    reason: { code: 'user-unknown', failureType: 'hard', text: 'Absent subscriber' },
  },
];

const push: CanonicalEvent[] = [
  {
    ...{ id: 'example-5', kind: 'impression', at: '2026-03-02T10:00:00Z', channel: 'push' },
    ...{ campaign: { id: '1006' }, asset: { id: '4001' }, person: { id: '520' }, agent: { deviceId: 'device-1' } },
  },
];

/** The body of the events call, as the API's documentation shows it. */
export const EVENT_EXAMPLES = {
  schema: {
    type: 'array',
    items: z.toJSONSchema(canonicalEventSchema, { io: 'input', unrepresentable: 'any', target: 'openapi-3.0' }),
  },
  examples: {
    email: { summary: 'An email sent, delivered and clicked', value: email },
    sms: { summary: 'A text message to a number that does not exist', value: sms },
    push: { summary: 'A push message that was seen', value: push },
  },
} as ApiBodyOptions;

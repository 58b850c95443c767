import { createHash } from 'node:crypto';
import { type CanonicalEvent, canonicalEventSchema } from '@tallysheet/contract';
import { type DemoAsset, type DemoWorkspace, demoWorkspace } from './demo-workspace';
import { messagesOf, type MessageRecord, tally } from './testing/campaign-tally';

const LAST_DAY = '2026-11-21';
const END = Date.parse('2026-11-22T00:00:00Z');
const DAY = 86_400_000;

function fingerprint(workspace: DemoWorkspace, events: Iterable<CanonicalEvent>): string {
  const hash = createHash('sha256').update(JSON.stringify([workspace.assets, workspace.reports]));
  for (const event of events) hash.update(JSON.stringify(event));
  return hash.digest('hex');
}

function ofKind(assets: readonly DemoAsset[], kind: DemoAsset['kind']): DemoAsset[] {
  return assets.filter((asset) => asset.kind === kind);
}

describe('the demo workspace', () => {
  let workspace: DemoWorkspace;
  let events: CanonicalEvent[];
  let messages: MessageRecord[];

  beforeAll(() => {
    workspace = demoWorkspace({ seed: 7, lastDay: LAST_DAY });
    events = [...workspace.events()];
    messages = messagesOf(events);
  });

  it('is the same to the byte for the same seed and day', () => {
    const again = demoWorkspace({ seed: 7, lastDay: LAST_DAY });
    expect(fingerprint(again, again.events())).toBe(fingerprint(workspace, events));
  });

  it('is another for another seed', () => {
    const story = demoWorkspace({ seed: 8, lastDay: LAST_DAY }).events();
    const beginning = Array.from({ length: 200 }, () => story.next().value as CanonicalEvent);
    expect(beginning).not.toEqual(events.slice(0, 200));
  });

  it('has 4 programs in 3 folders, 14 smart campaigns of both types and 30 emails', () => {
    const campaigns = ofKind(workspace.assets, 'campaign');
    expect(ofKind(workspace.assets, 'folder')).toHaveLength(3);
    expect(ofKind(workspace.assets, 'program')).toHaveLength(4);
    expect(campaigns).toHaveLength(14);
    expect(new Set(campaigns.map((campaign) => campaign.campaignType))).toEqual(new Set(['batch', 'trigger']));
    expect(ofKind(workspace.assets, 'email')).toHaveLength(30);
    expect(workspace.assets.map((asset) => asset.name)).toContain('2026 launches');
  });

  it('hangs every asset and report below one that exists, under ids of its own', () => {
    const keys = new Set(workspace.assets.map((asset) => `${asset.kind} ${asset.id}`));
    expect(keys.size).toBe(workspace.assets.length);
    for (const { id, parent } of workspace.assets) {
      expect(id).toMatch(/^demo-/);
      if (parent) expect(keys).toContain(`${parent.kind} ${parent.id}`);
    }
    for (const report of workspace.reports) expect(keys).toContain(`program ${report.programId}`);
  });

  it.each(['2024-02-29', '2026-01-04'])('sends about 60,000 messages in the year up to %s', (lastDay) => {
    const count = messagesOf(demoWorkspace({ seed: 3, lastDay }).events()).length;
    expect(count).toBeGreaterThan(58_000);
    expect(count).toBeLessThan(62_000);
  });

  it('sends about 60,000 messages to some 17,000 people, each campaign and email among them', () => {
    expect(messages.length).toBeGreaterThan(58_000);
    expect(messages.length).toBeLessThan(62_000);
    expect(events.length).toBeGreaterThan(150_000);
    expect(events.length).toBeLessThan(220_000);
    expect(new Set(messages.map((message) => message.person)).size).toBeGreaterThan(16_500);
    expect(new Set(messages.map((message) => message.campaign)).size).toBe(14);
    const sentAssets = new Set(messages.map((message) => message.asset));
    expect(sentAssets).toEqual(new Set(ofKind(workspace.assets, 'email').map((email) => email.id)));
  });

  it('shows believable rates in every campaign', () => {
    for (const row of tally(messages).values()) {
      const answered = row.sent - row.unanswered;
      expect(row.delivered / answered).toBeGreaterThan(0.96);
      expect(row.delivered / answered).toBeLessThanOrEqual(1);
      expect(row.opened / row.delivered).toBeGreaterThan(0.25);
      expect(row.opened / row.delivered).toBeLessThan(0.6);
      expect(row.clicked / row.delivered).toBeGreaterThan(0.02);
      expect(row.clicked / row.delivered).toBeLessThan(0.25);
      expect(row.clicked / row.opened).toBeGreaterThan(0.1);
      expect(row.clicked / row.opened).toBeLessThan(0.45);
      expect(row.unsubscribed / row.delivered).toBeLessThan(0.0065);
    }
  });

  it('loses more addresses at the first send to the imported list than at a later one', () => {
    const hardRate = (asset: string): number => {
      const sends = messages.filter((message) => message.asset === asset);
      return sends.filter((message) => message.kinds.has('hardBounced')).length / sends.length;
    };
    expect(hardRate('demo-email-packing-light')).toBeGreaterThan(2 * hardRate('demo-email-hut-to-hut'));
  });

  it('has complaints, forwards and opt-out clicks in the right order of size', () => {
    const count = (kind: string): number => messages.filter((message) => message.kinds.has(kind)).length;
    expect(count('complained') / count('delivered')).toBeGreaterThan(0.0001);
    expect(count('complained') / count('delivered')).toBeLessThan(0.0006);
    expect(count('forwarded')).toBeGreaterThan(50);
    expect(count('mirrorViewed')).toBeGreaterThan(100);
    expect(count('optOutClicked')).toBeGreaterThan(count('unsubscribed'));
    expect(count('optOutClicked')).toBeLessThan(2 * count('unsubscribed'));
  });

  it('tells nothing from before the year or after its end, and no event twice', () => {
    const outside = events.filter(({ at }) => Date.parse(at) >= END || Date.parse(at) < END - 365 * DAY);
    const ids = new Set(events.map((event) => event.id ?? ''));
    expect(outside).toEqual([]);
    expect(ids.size).toBe(events.length);
    expect([...ids].every((id) => id.startsWith('demo-'))).toBe(true);
  });

  it('speaks in canonical events of people at reserved domains', () => {
    for (let i = 0; i < events.length; i += 41) {
      const event = events[i];
      expect(canonicalEventSchema.parse(event)).toEqual(event);
      expect(event?.person.id).toMatch(/^demo-person-/);
      expect(event?.person.address).toMatch(/@([a-z-]+\.(example|test)|example\.com)$/);
    }
  });

  it('lets opens ripen: most within a day, the rest within weeks', () => {
    const delays = messages
      .filter(({ kinds }) => kinds.has('opened') && kinds.get('sent')?.length === 1 && kinds.has('delivered'))
      .map(
        ({ kinds }) => Date.parse(kinds.get('opened')?.sort()[0] ?? '') - Date.parse(kinds.get('delivered')?.[0] ?? ''),
      );
    const share = (days: number): number => delays.filter((delay) => delay < days * DAY).length / delays.length;
    expect(share(1)).toBeGreaterThan(0.75);
    expect(share(1)).toBeLessThan(0.95);
    expect(share(22)).toBe(1);
    expect(Math.min(...delays)).toBeGreaterThan(0);
  });

  it('leaves messages of the last day pending', () => {
    const recent = messages.filter(({ kinds }) => Date.parse(kinds.get('sent')?.[0] ?? '') > END - DAY);
    const pending = recent.filter(
      ({ kinds }) => !['delivered', 'hardBounced', 'softBounced'].some((kind) => kinds.has(kind)),
    );
    expect(pending.length).toBeGreaterThan(30);
    expect(pending.length).toBeLessThan(recent.length / 4);
  });

  it('fills the last 30 and the last 90 days', () => {
    const campaignsWithin = (days: number): number =>
      new Set(
        messages
          .filter(({ kinds }) => Date.parse(kinds.get('sent')?.[0] ?? '') > END - days * DAY)
          .map((message) => message.campaign),
      ).size;
    expect(campaignsWithin(30)).toBeGreaterThanOrEqual(9);
    expect(campaignsWithin(90)).toBeGreaterThanOrEqual(11);
  });

  it('writes to nobody who has unsubscribed, complained, bounced for good or been deleted', () => {
    const barredSince = new Map<string, string>();
    for (const { kind, person, at, reason } of events) {
      const bars =
        ['unsubscribed', 'complained', 'personDeleted'].includes(kind) ||
        (kind === 'hardBounced' && reason?.code !== 'refused');
      const since = barredSince.get(person.id ?? '');
      if (bars && (!since || at < since)) barredSince.set(person.id ?? '', at);
    }
    const wrong = events.filter(
      ({ kind, person, at }) => kind === 'sent' && at > (barredSince.get(person.id ?? '') ?? '9'),
    );
    expect(wrong).toEqual([]);
  });

  it('has machines among its readers: scanners in one second, prefetched and proxied pictures', () => {
    const agents = (part: string): number =>
      events.filter((event) => event.kind === 'opened' && event.agent?.userAgent?.includes(part)).length;
    expect(agents('GoogleImageProxy')).toBeGreaterThan(1_000);
    expect(agents('YahooMailProxy')).toBeGreaterThan(100);
    expect(
      events.filter((event) => event.kind === 'opened' && event.agent?.userAgent === 'Mozilla/5.0').length,
    ).toBeGreaterThan(1_000);
    expect(events.filter((event) => event.bot === true).length).toBeGreaterThan(500);
    const bySecond = new Map<string, Set<string>>();
    for (const { kind, messageId, at, link } of events) {
      if (kind !== 'clicked') continue;
      const key = `${messageId ?? ''} ${at.slice(0, 19)}`;
      bySecond.set(key, (bySecond.get(key) ?? new Set()).add(link?.url ?? ''));
    }
    expect([...bySecond.values()].filter((urls) => urls.size > 1).length).toBeGreaterThan(300);
  });

  it('knows repeat sends, A/B halves, runs, test sends and people who come, merge and go', () => {
    expect(messages.filter(({ kinds }) => (kinds.get('sent')?.length ?? 0) > 1).length).toBeGreaterThan(200);
    expect(new Set(events.flatMap((event) => event.variant ?? [])).size).toBe(4);
    expect(new Set(events.flatMap((event) => event.run?.id ?? [])).size).toBeGreaterThan(20);
    expect(events.filter((event) => event.test && event.kind === 'sent').length).toBeGreaterThan(30);
    const count = (kind: string): number => events.filter((event) => event.kind === kind).length;
    expect(count('personCreated')).toBe(18_000);
    expect(count('personMerged')).toBeGreaterThan(10);
    expect(count('personDeleted')).toBeGreaterThan(10);
    expect(count('programStatusChanged')).toBeGreaterThan(100);
    expect(count('deferred')).toBeGreaterThan(100);
  });
});

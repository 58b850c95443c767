import type { Audience, ReconcileRule, ReportQuery, RowLevel, RuleFound, Settings, Sheet } from '@tallysheet/contract';
import type { CountingRules } from '@tallysheet/counting';
import { breakdownAt, type ReportType } from '@tallysheet/report-model';

/** Another question that the same sheet could have been asked. */
export interface OtherQuestion {
  rule: RuleFound;
  query: ReportQuery;
  audiences?: readonly Audience[];
  /** Proves something only where a whole row agrees. */
  wholeRows?: boolean;
}

/** What is asked, and what it is counted by. */
export interface Asked {
  query: ReportQuery;
  type: ReportType;
  levels: readonly RowLevel[];
  settings: Settings;
  timeFrame: Sheet['timeFrame'];
  audiences: readonly Audience[];
}

/** What counts, and when, turned round one by one: each is as cheap as the sheet itself. */
export function otherQuestions({ query, type, levels, timeFrame, audiences }: Asked): OtherQuestion[] {
  const { humanOnly = false, hideDeletedPeople = false, assetFilter } = query;
  const named = (code: ReconcileRule): Pick<OtherQuestion, 'rule'> => ({ rule: { code, params: {} } });
  const questions: OtherQuestion[] = [
    { ...named(humanOnly ? 'bots-counted' : 'people-only'), query: { ...query, humanOnly: !humanOnly } },
    {
      ...named(hideDeletedPeople ? 'deleted-counted' : 'deleted-left-out'),
      query: { ...query, hideDeletedPeople: !hideDeletedPeople },
    },
  ];
  // Test sends are not kept by link and domain.
  if (!breakdownAt(levels)) {
    questions.push({ ...named('test-sends-counted'), query, audiences: [...audiences, 'test'] });
  }
  if (!assetFilter?.includeArchived) {
    questions.push({
      ...named('archived-counted'),
      query: { ...query, assetFilter: { ...assetFilter, includeArchived: true } },
    });
  }
  if (!type.basis) {
    const timeBasis = timeFrame.basis === 'sent' ? 'activity' : 'sent';
    const code = timeBasis === 'sent' ? 'by-send-date' : 'by-activity-date';
    questions.push({ ...named(code), query: { ...query, timeBasis }, wholeRows: true });
  }
  const { includeArchived: _, ...chosen } = assetFilter ?? {};
  if (Object.keys(chosen).length > 0) {
    const everything = { ...query, assetFilter: { includeArchived: true } };
    questions.push({ ...named('outside-filter'), query: everything, wholeRows: true });
  }
  return questions;
}

/** Zones that instances are often set to. */
const USUAL_ZONES = [
  'UTC',
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Los_Angeles',
  'Europe/London',
  'Europe/Paris',
  'Asia/Kolkata',
  'Asia/Tokyo',
  'Australia/Sydney',
];

/** The same days in other zones: one that the file names, the workspace's own, and usual ones. All time has no days. */
export function otherZones({ query, settings, timeFrame }: Asked, told: readonly string[]): OtherQuestion[] {
  if (timeFrame.from === null && timeFrame.to === null) return [];
  const zones = new Set([...told, settings.timeZone, ...USUAL_ZONES]);
  zones.delete(timeFrame.timeZone);
  return [...zones].map((timeZone) => ({
    rule: { code: 'time-zone', params: { timeZone } },
    query: { ...query, timeZone },
    wholeRows: true,
  }));
}

/** The other choices that a workspace has for what counts as what. */
export function otherCountingRules(rules: CountingRules): { rule: RuleFound; rules: CountingRules }[] {
  const [soft, softBounce] =
    rules.softBounce === 'wins' ? (['last-word', 'last-word'] as const) : (['soft-bounce-wins', 'wins'] as const);
  const [repeats, repeatSends] =
    rules.repeatSends === 'collapse'
      ? (['repeats-separate', 'separate'] as const)
      : (['repeats-collapsed', 'collapse'] as const);
  return [
    { rule: { code: soft, params: {} }, rules: { ...rules, softBounce } },
    { rule: { code: repeats, params: {} }, rules: { ...rules, repeatSends } },
  ];
}

import { COUNTERS, DEVICE_COUNTERS, EXTREME_IDS, LINK_COUNTERS, type Counter } from '@tallysheet/contract';
import { columnOf, type FactColumn, type FactTable } from './fact-table';
import { PERSON, PERSON_ATTRIBUTE, PERSON_IDENTITY, PROGRAM_STATUS } from './person-tables';

/**
 * A clicked address. `type` is a place in `LINK_TYPES`; `counts_as` is the link that its clicks count under, itself
 * unless the workspace takes more parameters for personal than when it was first seen.
 */
export const LINK: FactTable = {
  name: 'link',
  key: ['workspace_id', 'link_id'],
  columns: {
    workspace_id: ['int'],
    link_id: ['hash'],
    url: ['longText'],
    label: ['longText', 'null'],
    category: ['id', 'null'],
    type: ['tiny'],
    counts_as: ['hash'],
  },
  indexes: {},
};

export const AGENT: FactTable = {
  name: 'agent',
  key: ['workspace_id', 'agent_id'],
  columns: { workspace_id: ['int'], agent_id: ['hash'], user_agent: ['longText'] },
  indexes: {},
};

/** The body of an email, kept apart so that lists of assets stay light. */
export const ASSET_CONTENT: FactTable = {
  name: 'asset_content',
  key: ['workspace_id', 'asset_key'],
  columns: { workspace_id: ['int'], asset_key: ['int'], html: ['body', 'null'], text: ['body', 'null'] },
  indexes: {},
};

/**
 * Which assets a campaign has sent: the lock under which one campaign × asset is recounted. `stale` is 1 while it waits
 * for that, because what counting goes by has changed. `changes` grows with every transaction that holds it, so that who
 * keeps its messages in memory can tell whether they are still the same.
 */
export const CAMPAIGN_ASSET: FactTable = {
  name: 'campaign_asset',
  key: ['workspace_id', 'campaign_key', 'asset_key'],
  columns: { workspace_id: ['int'], campaign_key: ['int'], asset_key: ['int'], stale: ['count'], changes: ['count'] },
  indexes: {},
};

/** In which campaigns and assets a link was clicked, whatever it is for. */
export const LINK_USE: FactTable = {
  name: 'link_use',
  key: ['workspace_id', 'link_id', 'campaign_key', 'asset_key'],
  columns: { workspace_id: ['int'], link_id: ['hash'], campaign_key: ['int'], asset_key: ['int'] },
  indexes: { link_use_asset: { columns: ['workspace_id', 'campaign_key', 'asset_key'], unique: false } },
};

/**
 * Everything that happened, never changed once stored. The key has locality (source, day); the id is unique per
 * source for ever. `kind`, `verdict` and `failure_type` are positions in their lists, which only grow at the end.
 */
export const EVENT: FactTable = {
  name: 'event',
  key: ['workspace_id', 'source_id', 'day', 'event_hash'],
  columns: {
    workspace_id: ['int'],
    source_id: ['int'],
    day: ['int'],
    event_hash: ['hash'],
    kind: ['tiny'],
    happened_at: ['big'],
    received_at: ['big'],
    person_id: ['hash'],
    domain: ['domain', 'null'],
    campaign_key: ['int', 'null'],
    asset_key: ['int', 'null'],
    run: ['id', 'null'],
    message_id: ['id', 'null'],
    variant: ['id', 'null'],
    link_id: ['hash', 'null'],
    verdict: ['tiny', 'null'],
    verdict_rule: ['id', 'null'],
    verdict_version: ['int', 'null'],
    agent_id: ['hash', 'null'],
    device: ['id', 'null'],
    ip: ['id', 'null'],
    device_id: ['id', 'null'],
    reason_code: ['id', 'null'],
    reason_text: ['longText', 'null'],
    failure_type: ['tiny', 'null'],
    open_tracking: ['tiny', 'null'],
    test: ['tiny'],
    details: ['body', 'null'],
  },
  indexes: {
    event_id: { columns: ['workspace_id', 'source_id', 'event_hash'], unique: true },
    event_message: { columns: ['workspace_id', 'campaign_key', 'asset_key', 'person_id'], unique: false },
  },
};

/** One person × one asset × one campaign, with what is known of it. Instants are UTC in ms, null for never. */
export const MESSAGE: FactTable = {
  name: 'message',
  key: ['workspace_id', 'campaign_key', 'asset_key', 'person_id', 'send_key'],
  columns: {
    workspace_id: ['int'],
    campaign_key: ['int'],
    asset_key: ['int'],
    person_id: ['hash'],
    send_key: ['id'],
    audience: ['tiny'],
    state: ['tiny', 'null'],
    run: ['id', 'null'],
    variant: ['id', 'null'],
    domain: ['domain', 'null'],
    reason: ['tiny'],
    anchor_at: ['big', 'null'],
    sent_at: ['big', 'null'],
    delivered_at: ['big', 'null'],
    bounced_at: ['big', 'null'],
    opened_at: ['big', 'null'],
    clicked_at: ['big', 'null'],
    unsubscribed_at: ['big', 'null'],
    complained_at: ['big', 'null'],
    forwarded_at: ['big', 'null'],
    first_activity_at: ['big', 'null'],
    last_activity_at: ['big', 'null'],
    total_opens: ['int'],
    total_clicks: ['int'],
  },
  indexes: {
    message_anchor: { columns: ['workspace_id', 'campaign_key', 'asset_key', 'anchor_at'], unique: false },
    message_person: { columns: ['workspace_id', 'person_id'], unique: false },
  },
};

/** Pre-added counters. `slot` is the start of the period in quarter hours since 1970 UTC. */
export const TALLY: FactTable = {
  name: 'tally',
  key: ['workspace_id', 'audience', 'basis', 'grain', 'slot', 'campaign_key', 'asset_key'],
  columns: {
    workspace_id: ['int'],
    audience: ['tiny'],
    basis: ['tiny'],
    grain: ['tiny'],
    slot: ['int'],
    campaign_key: ['int'],
    asset_key: ['int'],
    ...Object.fromEntries(COUNTERS.map((id) => [columnOf(id), ['count'] as const])),
    ...Object.fromEntries(EXTREME_IDS.map((id) => [columnOf(id), ['big', 'null'] as const])),
  },
  indexes: {
    tally_asset: {
      columns: ['workspace_id', 'campaign_key', 'asset_key', 'audience', 'basis', 'grain'],
      unique: false,
    },
  },
};

/** Tallies by one thing more, of days and of all time; what is counted differs. */
function breakdown(name: string, of: Readonly<Record<string, FactColumn>>, counters: readonly Counter[]): FactTable {
  return {
    name,
    key: [...TALLY.key, ...Object.keys(of)],
    columns: {
      ...Object.fromEntries(TALLY.key.map((column) => [column, TALLY.columns[column]!])),
      ...of,
      ...Object.fromEntries(counters.map((id) => [columnOf(id), ['count'] as const])),
    },
    indexes: { [`${name}_asset`]: { columns: ['workspace_id', 'campaign_key', 'asset_key'], unique: false } },
  };
}

export const TALLY_LINK = breakdown('tally_link', { link_id: ['hash'] }, LINK_COUNTERS);
/** `domain` is empty where no address was told; `reason` is a place in `REASON_CODES` from 1, or 0 for none. */
export const TALLY_DOMAIN = breakdown('tally_domain', { domain: ['domain'], reason: ['tiny'] }, COUNTERS);
/** `device` is empty where no agent was told. */
export const TALLY_DEVICE = breakdown('tally_device', { device: ['id'] }, DEVICE_COUNTERS);

/** What each source has sent, by the hour of receipt: hours since 1970 UTC. */
export const SOURCE_HOUR: FactTable = {
  name: 'source_hour',
  key: ['workspace_id', 'source_id', 'hour'],
  columns: {
    workspace_id: ['int'],
    source_id: ['int'],
    hour: ['int'],
    accepted: ['count'],
    duplicates: ['count'],
    rejected: ['count'],
    last_at: ['big'],
  },
  indexes: {},
};

export const FACT_TABLES: readonly FactTable[] = [
  PERSON,
  PERSON_IDENTITY,
  PERSON_ATTRIBUTE,
  PROGRAM_STATUS,
  LINK,
  AGENT,
  ASSET_CONTENT,
  CAMPAIGN_ASSET,
  LINK_USE,
  EVENT,
  MESSAGE,
  TALLY,
  TALLY_LINK,
  TALLY_DOMAIN,
  TALLY_DEVICE,
  SOURCE_HOUR,
];

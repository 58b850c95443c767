/* What a sheet counts, asked of DuckDB: the same answer rows as the product's own statement has. */
import { product } from './product.mjs';

const QUARTER_MS = 15 * 60_000;
const STATES = ['delivered', 'hardBounced', 'softBounced', 'pending'];
const stateIs = (/** @type {string} */ state) => `count(*) FILTER (state = ${STATES.indexOf(state)})`;
const stamped = (/** @type {string} */ column) => `count(${column})`;

/** Each counter in basis `sent`. What the benchmark's mailings never have is 0. @type {Record<string, string>} */
const COUNTED = {
  initial: 'count(*)',
  sent: stamped('sent_at'),
  delivered: stateIs('delivered'),
  hardBounced: stateIs('hardBounced'),
  softBounced: stateIs('softBounced'),
  pending: stateIs('pending'),
  pendingYoung: `count(*) FILTER (state = ${STATES.indexOf('pending')} AND anchor_at >= $young)`,
  opened: stamped('opened_at'),
  deliveredTracked: stateIs('delivered'),
  openedTracked: stamped('opened_at'),
  clicked: stamped('clicked_at'),
  unsubscribed: stamped('unsubscribed_at'),
  complained: stamped('complained_at'),
  forwarded: stamped('forwarded_at'),
  totalOpens: 'sum(total_opens)',
  totalClicks: 'sum(total_clicks)',
};
/** @type {Record<string, string>} */
const EXTREMES = {
  firstSentAt: 'min(sent_at)',
  lastSentAt: 'max(sent_at)',
  firstActivityAt: 'min(first_activity_at)',
  lastActivityAt: 'max(last_activity_at)',
};

/** The people of one country. @param {string} country */
const peopleOf = (country) =>
  'SELECT person FROM person_attribute WHERE attribute_id = ' +
  `(SELECT id FROM attribute WHERE name = 'country') AND text_value = '${country}'`;

/**
 * The statement for a query in basis `sent`, with the people of one country or of all.
 * @param {any} query the product's SheetQuery
 * @param {string | null} country
 */
export function duckSheet(query, country) {
  const { columnOf } = product('./database/facts/fact-table.js');
  const young = query.young.length > 0 ? bounds(query.young).from : Number.MAX_SAFE_INTEGER;
  const columns = [
    ...query.counters.map((/** @type {string} */ id) => `${COUNTED[id] ?? '0'} AS ${columnOf(id)}`),
    ...query.extremes.map((/** @type {string} */ id) => `${EXTREMES[id]} AS ${columnOf(id)}`),
  ];
  const join = country === null ? '' : `JOIN (${peopleOf(country)}) USING (person)`;
  return `
    SELECT c.id AS campaign_id, c.name AS campaign_name, c.campaign_type, c.program_id, cp.name AS campaign_program,
      cp.tags AS campaign_tags, a.id AS asset_id, a.name AS asset_name, a.channel, a.subject, a.from_name,
      a.open_tracking, ap.name AS asset_program, ap.tags AS asset_tags, t.*
    FROM (
      SELECT campaign_key, asset_key, ${columns.join(', ').replaceAll('$young', String(young))}
      FROM message ${join} WHERE ${standing(query)} GROUP BY campaign_key, asset_key
    ) t
    JOIN smart_campaign c USING (campaign_key) JOIN asset a USING (asset_key)
    LEFT JOIN program cp ON cp.id = c.program_id LEFT JOIN program ap ON ap.id = a.program_id
    WHERE a.channel = '${query.channel}' ORDER BY campaign_key, asset_key`;
}

/** How many people and messages are in the frame, and how many of them of one country. @param {any} query @param {string} country */
export function duckListCounts(query, country) {
  return `
    SELECT count(*) AS people, count(*) FILTER (is_in) AS people_in,
      sum(messages) AS messages, sum(messages) FILTER (is_in) AS messages_in
    FROM (
      SELECT m.person, count(*) AS messages, bool_or(l.person IS NOT NULL) AS is_in
      FROM message m LEFT JOIN (${peopleOf(country)}) l ON l.person = m.person
      WHERE ${standing(query)} GROUP BY m.person
    )`;
}

/** @param {any} query */
function standing({ frame }) {
  const { from, to } = bounds(frame);
  const conditions = ['audience <= 1', 'anchor_at IS NOT NULL'];
  if (from > 0) conditions.push(`anchor_at >= ${from}`);
  if (to < Number.MAX_SAFE_INTEGER) conditions.push(`anchor_at < ${to}`);
  return conditions.join(' AND ');
}

/** A frame's ends in ms. @param {{ grain: string, from: number, to: number }[]} blocks */
function bounds(blocks) {
  if (blocks.some(({ grain }) => grain === 'all')) return { from: 0, to: Number.MAX_SAFE_INTEGER };
  const from = Math.min(...blocks.map((block) => block.from)) * QUARTER_MS;
  return { from, to: Math.min(Math.max(...blocks.map((block) => block.to)) * QUARTER_MS, Number.MAX_SAFE_INTEGER) };
}

/* The sheets that the benchmark asks for. */

/** In Kathmandu midnight stands at a quarter to an hour: no frame is made of whole hours of UTC. */
const timeZone = 'Asia/Kathmandu';
const FRAMES = {
  '7 days': { from: '2025-03-01', to: '2025-03-07' },
  '90 days': { from: '2025-03-01', to: '2025-05-29' },
  'all time': { preset: 'all-time' },
};
const COLUMNS = [
  ...['sent', 'delivered', 'deliveredRate', 'hardBounced', 'hardBounceRate', 'softBounced', 'softBounceRate'],
  ...['pending', 'aborted', 'opened', 'openRate', 'clicked', 'clickRate', 'clickToOpenRate', 'unsubscribed'],
  ...['unsubscribeRate', 'complained', 'complaintRate', 'forwarded', 'totalOpens', 'totalClicks'],
  ...['firstActivityAt', 'lastActivityAt', 'subject', 'fromName', 'programName', 'channel', 'tags', 'firstSentAt'],
];

/** One of twenty people. */
export const COUNTRIES = 20;
const smartList = { match: 'all', rules: [{ attribute: 'country', operator: 'is', values: ['C7'] }] };
const sheet = { reportType: 'campaign-email-performance', columns: COLUMNS, timeZone };

/** @type {Record<string, object>} */
export const SHEETS = Object.fromEntries(
  Object.entries(FRAMES).flatMap(([name, timeFrame]) => [
    [`all columns, ${name}`, { ...sheet, timeFrame }],
    [`5 % of the people, ${name}`, { ...sheet, timeFrame, smartList }],
  ]),
);

/** What the server answers, read whole. @param {string} url @param {string} path @param {object} body */
export async function ask(url, path, body) {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
  return JSON.parse(text);
}

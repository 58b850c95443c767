/* The sheet of all time as tools make it that keep nothing but events: people told apart for each number. */
import { createConnection } from 'mysql2/promise';
import { product } from './product.mjs';

/** How long MariaDB takes, in ms. @param {string} url */
export async function rawSheetMs(url) {
  const { EVENT_KINDS } = product('@tallysheet/contract');
  const kinds = ['sent', 'delivered', 'hardBounced', 'softBounced', 'opened', 'clicked', 'unsubscribed'];
  const columns = kinds.map((kind) => {
    const place = Number(EVENT_KINDS.indexOf(kind));
    return `COUNT(DISTINCT CASE WHEN kind = ${place} THEN person_id END) AS ${kind}`;
  });
  const connection = await createConnection({ uri: url });
  const start = performance.now();
  await connection.query(
    `SELECT campaign_key, asset_key, ${columns.join(', ')} FROM event WHERE workspace_id = 1 ` +
      'GROUP BY campaign_key, asset_key',
  );
  const took = performance.now() - start;
  await connection.end();
  return took;
}

/*
 * The product's own server, whose sheets DuckDB counts: the same controller, rows and serialiser, another engine. The
 * environment names the store, and in PEOPLE the attribute and value of those that a smart list keeps.
 */
import { openDuck } from './duck-facts.mjs';
import { duckSheet } from './duck-sheet.mjs';
import { product } from './product.mjs';

const config = product('./platform/config.js').readConfig();
const { createLog, openDatabase } = product('./platform/bootstrap.js');
const { createServer, listen } = product('./platform/server.js');
const { SheetCounts } = product('./reports/sheet-counts.js');
const { leafOf } = product('./reports/sheet-row.js');

const connection = await openDuck(config.dataDir);
const people = JSON.parse(process.env['PEOPLE'] ?? 'null');
const database = await openDatabase(config);
const app = await createServer(config, database, createLog(config));
app.get(SheetCounts).leaves = async (/** @type {any} */ query) => {
  if (query.frame.length === 0) return [];
  const answer = await connection.runAndReadAll(duckSheet(query, people));
  return answer.getRowObjectsJS().map((row) => leafOf(row, query));
};
await listen(app, config);
process.once('SIGTERM', () => app.close().then(() => process.exit(0)));

/*
 * The product's own server, whose sheets DuckDB counts: the same controller, rows and serialiser, another engine. The
 * environment names the store; its smart lists keep the people of one country.
 */
import { openDuck } from './duck-facts.mjs';
import { duckListCounts, duckSheet } from './duck-sheet.mjs';
import { product } from './product.mjs';

const config = product('./platform/config.js').readConfig();
const { createLog, openDatabase } = product('./platform/bootstrap.js');
const { createServer, listen } = product('./platform/server.js');
const { ListedCounts } = product('./reports/listed/listed-counts.js');
const { SheetRepository } = product('./reports/sheet.repository.js');
const { ListPeopleService } = product('./smart-lists/list-people.service.js');
const { leafOf } = product('./reports/sheet-row.js');

/** @typedef {any} SheetQuery the product's own */

const connection = await openDuck(config.dataDir);
const database = await openDatabase(config);
const app = await createServer(config, database, createLog(config));
const rowsOf = async (/** @type {string} */ text) => (await connection.runAndReadAll(text)).getRowObjectsJS();
const leaves = async (/** @type {SheetQuery} */ query, /** @type {string | null} */ country) =>
  query.frame.length === 0 ? [] : (await rowsOf(duckSheet(query, country))).map((row) => leafOf(row, query));

app.get(SheetRepository).leaves = (/** @type {SheetQuery} */ query) => leaves(query, null);
app.get(ListPeopleService).people = async (/** @type {any[]} */ ...[, , list]) => ({
  country: list.rules[0].values[0],
  name: null,
});
app.get(ListedCounts).leaves = async (/** @type {any[]} */ ...[, query, people]) => ({
  whole: await leaves(query, people.country),
  parts: [],
});
app.get(ListedCounts).keptAndLeftOut = async (/** @type {any[]} */ ...[, query, people]) => {
  const [row] = await rowsOf(duckListCounts(query, people.country));
  const of = (/** @type {string} */ what) => ({
    in: Number(row?.[`${what}_in`]),
    out: Number(row?.[what]) - Number(row?.[`${what}_in`]),
  });
  return { people: of('people'), messages: of('messages') };
};
await listen(app, config);
process.once('SIGTERM', () => app.close().then(() => process.exit(0)));

/* Runs statements of one SQLite connection in a thread, or a process, of its own. Plain JavaScript types only, no imports of ours,
   so that it can also be started from its source. */
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';

interface Request {
  id: number;
  text: string;
  /** Whether it must not run outside of a transaction. */
  inTransaction: boolean;
}

interface OneStatement extends Request {
  parameters: unknown[];
  /** Where byte values stand, written as strings of one character a byte. */
  bytesAt: number[];
}

/** As `packed.ts` makes them. */
type Column =
  | { same: unknown }
  | { numbers: Float64Array }
  | { bytes: Uint8Array; width: number; isNull: Uint8Array }
  | { values: unknown[] };

/** The statement is run once for each of so many rows. */
interface ManyRows extends Request {
  count: number;
  columns: Column[];
}

const KEPT_STATEMENTS = 200;

const { file, readonly } = (parentPort ? workerData : JSON.parse(process.argv[2]!)) as {
  file: string;
  readonly: boolean;
};
const BUSY_TIMEOUT_MS = 30_000;
const database = new Database(file, { readonly, timeout: BUSY_TIMEOUT_MS });
database.pragma(readonly ? 'query_only = 1' : 'journal_mode = WAL');
if (!readonly) database.pragma('synchronous = FULL');
// What one transaction changes fits in; an import's memory is mostly this.
database.pragma(`cache_size = -${(readonly ? 64 : 40) * 1024}`);
database.pragma('temp_store = MEMORY');
// Pages that change again and again are carried over to the file every 64 MB, not with every commit of a large import.
if (!readonly) database.pragma('wal_autocheckpoint = 32000');

const statements = new Map<string, Database.Statement>();

function statementOf(text: string): Database.Statement {
  const known = statements.get(text);
  if (known) return known;
  const made = database.prepare(text);
  const oldest = statements.keys().next().value;
  if (statements.size >= KEPT_STATEMENTS && oldest !== undefined) statements.delete(oldest);
  statements.set(text, made);
  return made;
}

function runOne({ text, parameters, bytesAt }: OneStatement): unknown[] {
  for (const at of bytesAt) parameters[at] = Buffer.from(parameters[at] as string, 'latin1');
  const statement = statementOf(text);
  if (text === 'BEGIN IMMEDIATE') return begin(statement);
  if (statement.reader) return statement.all(...parameters);
  statement.run(...parameters);
  return [];
}

/** Says at once that another process writes: the store asks again, far more often than SQLite would. */
function begin(statement: Database.Statement): unknown[] {
  database.pragma('busy_timeout = 0');
  try {
    statement.run();
    return [];
  } finally {
    database.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
  }
}

function runMany({ text, columns, count }: ManyRows): unknown[] {
  const statement = statementOf(text);
  const row: unknown[] = columns.map((column) => ('same' in column ? column.same : null));
  const varying = [...columns.entries()].filter(([, column]) => !('same' in column));
  for (let at = 0; at < count; at++) {
    for (const [place, column] of varying) row[place] = valueOf(column, at);
    statement.run(row);
  }
  return [];
}

function valueOf(column: Column, at: number): unknown {
  if ('numbers' in column) return Number.isNaN(column.numbers[at]) ? null : column.numbers[at];
  if ('values' in column) return column.values[at];
  if ('same' in column) return column.same;
  if (column.isNull[at]) return null;
  return Buffer.from(column.bytes.buffer, column.bytes.byteOffset + at * column.width, column.width);
}

function answerTo(request: OneStatement | ManyRows): object {
  const { id } = request;
  try {
    if (request.inTransaction && !database.inTransaction) {
      throw new Error('The transaction was undone before this statement');
    }
    return { id, rows: 'count' in request ? runMany(request) : runOne(request) };
  } catch (error) {
    const { message, code } = error as { message: string; code?: string };
    return { id, error: { message, code: code ?? 'SQLITE_ERROR' } };
  }
}

if (parentPort) {
  const port = parentPort;
  port.on('message', (message: (OneStatement | ManyRows)[] | 'close') => {
    if (message !== 'close') return port.postMessage(message.map(answerTo));
    database.close();
    port.close();
  });
} else {
  // The keyboard tells the whole group to stop; when this one ends is up to who started it.
  for (const each of ['SIGINT', 'SIGTERM'] as const) process.on(each, () => undefined);
  process.on('message', (message: (OneStatement | ManyRows)[]) => process.send!(message.map(answerTo)));
  process.on('disconnect', () => process.exit());
}

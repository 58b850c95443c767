/* Runs statements of one SQLite connection in a thread of its own. Plain JavaScript types only, no imports of ours,
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

/** The statement is run once for each of so many rows. */
interface ManyRows extends Request {
  count: number;
  columns: ({ same: unknown } | { values: unknown[] } | { bytes: (string | null)[] })[];
}

const KEPT_STATEMENTS = 200;

const { file, readonly } = workerData as { file: string; readonly: boolean };
// The writer answers at once that another process writes: the store asks again, far more often than SQLite would.
const database = new Database(file, { readonly, timeout: readonly ? 30_000 : 0 });
database.pragma(readonly ? 'query_only = 1' : 'journal_mode = WAL');
if (!readonly) database.pragma('synchronous = FULL');
database.pragma('cache_size = -65536');
database.pragma('temp_store = MEMORY');
// Pages that change again and again are carried over to the file every 16 MB, not with nearly every commit.
if (!readonly) database.pragma('wal_autocheckpoint = 4000');

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
  if (statement.reader) return statement.all(...parameters);
  statement.run(...parameters);
  return [];
}

function runMany({ text, columns, count }: ManyRows): unknown[] {
  const statement = statementOf(text);
  const row: unknown[] = columns.map((column) => ('same' in column ? column.same : null));
  const varying = [...columns.entries()].filter(([, column]) => !('same' in column));
  for (let at = 0; at < count; at++) {
    for (const [place, column] of varying) {
      if ('values' in column) row[place] = column.values[at];
      else if ('bytes' in column) {
        const bytes = column.bytes[at]!;
        row[place] = bytes === null ? null : Buffer.from(bytes, 'latin1');
      }
    }
    statement.run(row);
  }
  return [];
}

parentPort!.on('message', (request: OneStatement | ManyRows) => {
  const { id } = request;
  try {
    if (request.inTransaction && !database.inTransaction) {
      throw new Error('The transaction was undone before this statement');
    }
    const rows = 'count' in request ? runMany(request) : runOne(request);
    parentPort!.postMessage({ id, rows });
  } catch (error) {
    const { message, code } = error as { message: string; code?: string };
    parentPort!.postMessage({ id, error: { message, code: code ?? 'SQLITE_ERROR' } });
  }
});

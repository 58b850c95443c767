/* Runs statements of one SQLite connection in a thread of its own. Plain JavaScript types only, no imports of ours,
   so that it can also be started from its source. */
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';

interface Request {
  id: number;
  text: string;
  parameters: unknown[];
  /** Whether it must not run outside of a transaction. */
  inTransaction: boolean;
  /** Where byte values stand, written as strings of one character a byte. */
  bytesAt: number[];
}

const KEPT_STATEMENTS = 200;

const { file, readonly } = workerData as { file: string; readonly: boolean };
const database = new Database(file, { readonly, timeout: 30_000 });
database.pragma(readonly ? 'query_only = 1' : 'journal_mode = WAL');
if (!readonly) database.pragma('synchronous = FULL');
database.pragma('cache_size = -65536');
database.pragma('temp_store = MEMORY');

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

parentPort!.on('message', ({ id, text, parameters, inTransaction, bytesAt }: Request) => {
  try {
    if (inTransaction && !database.inTransaction) throw new Error('The transaction was undone before this statement');
    for (const at of bytesAt) parameters[at] = Buffer.from(parameters[at] as string, 'latin1');
    const statement = statementOf(text);
    const rows = statement.reader ? statement.all(...parameters) : (statement.run(...parameters), []);
    parentPort!.postMessage({ id, rows });
  } catch (error) {
    const { message, code } = error as { message: string; code?: string };
    parentPort!.postMessage({ id, error: { message, code: code ?? 'SQLITE_ERROR' } });
  }
});

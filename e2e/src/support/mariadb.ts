import { createConnection } from 'mysql2/promise';

/** A new, empty database on the server that TEST_MARIADB_URL names, and how to get rid of it. */
export async function throwAwayDatabase(name: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const server = process.env['TEST_MARIADB_URL'];
  if (!server) throw new Error('TEST_MARIADB_URL names no MariaDB server.');
  const url = new URL(server.replace(/^mariadb:/, 'mysql:'));
  url.pathname = '/';
  const run = async (statement: string) => {
    const connection = await createConnection({ uri: url.href });
    try {
      await connection.query(statement);
    } finally {
      await connection.end();
    }
  };
  await run(`CREATE DATABASE \`${name}\` CHARACTER SET utf8mb4`);
  return {
    url: Object.assign(new URL(url), { pathname: `/${name}` }).href,
    drop: () => run(`DROP DATABASE IF EXISTS \`${name}\``),
  };
}

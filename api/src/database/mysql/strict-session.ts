/**
 * Makes a new connection refuse what does not fit instead of cutting it, and read backslashes as the driver writes them,
 * whatever the server is set to.
 */
export function strictSession(connection: { query(sql: string): unknown }): void {
  connection.query("SET SESSION sql_mode = 'STRICT_TRANS_TABLES,NO_ENGINE_SUBSTITUTION'");
}

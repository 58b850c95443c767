import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Database } from '../database/database';
import { UnderWay } from './under-way';

/** Twice this, and a little, is less than most supervisors wait before they kill. */
const GRACE_MS = 4000;

/** Stops the server without losing anything: what was acknowledged is on disk, what was not may be sent again. */
export async function stop(app: NestExpressApplication, database: Database): Promise<void> {
  await app.get(UnderWay).drain(app.getHttpServer(), GRACE_MS);
  await app.close();
  await database.close();
}

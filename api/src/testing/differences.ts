import type { Difference } from '../ingest/difference';
import { VerifyService } from '../ingest/verify.service';
import { LOCAL_CTX } from '../platform/workspace-id';
import type { TestApp } from './test-app';

/** Everything that `verify` finds wrong. */
export async function differencesIn(app: TestApp): Promise<Difference[]> {
  const differences: Difference[] = [];
  for await (const step of app.get(VerifyService).run(LOCAL_CTX)) differences.push(...step.differences);
  return differences;
}

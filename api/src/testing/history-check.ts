import type { Difference } from '../ingest/difference';
import { ReclassifyService } from '../ingest/reclassify.service';
import { VerifyService } from '../ingest/verify.service';
import { LOCAL_CTX } from '../platform/workspace-id';
import type { TestApp } from './test-app';

/** Judges all history anew, as `tallysheet reclassify`, and tells how many verdicts have changed. */
export async function reclassify(app: TestApp): Promise<number> {
  let changed = 0;
  for await (const step of app.get(ReclassifyService).run(LOCAL_CTX)) changed += step.changed;
  return changed;
}

/** What `tallysheet verify` finds wrong. */
export async function differences(app: TestApp): Promise<Difference[]> {
  const found: Difference[] = [];
  for await (const step of app.get(VerifyService).run(LOCAL_CTX)) found.push(...step.differences);
  return found;
}

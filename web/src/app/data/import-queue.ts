import { computed, inject, Injectable, signal } from '@angular/core';
import { Api } from '../core/api';
import { WorkspaceStore } from '../core/workspace';
import { readHead } from './csv-line';
import { detectFormat } from './detect-format';
import { fileStart } from './file-start';
import type { ImportJob, ImportPlan } from './import-job';

const ASK_EVERY_MS = 1500;

/** The files of this visit, taken in one after the other; they go on while the reader is on another page. */
@Injectable({ providedIn: 'root' })
export class ImportQueue {
  private readonly api = inject(Api);
  private readonly workspace = inject(WorkspaceStore);
  private readonly list = signal<readonly ImportJob[]>([]);
  private readonly finished = signal(0);
  private nextId = 1;
  private stop: AbortController | null = null;

  /** The newest that is done or failed comes first; what is still to do stands above, in its order. */
  readonly jobs = computed(() => {
    const open = this.list().filter(isOpen);
    return [
      ...open,
      ...this.list()
        .filter((job) => !isOpen(job))
        .toReversed(),
    ];
  });
  /** Rises with every import that ended, so that a list of imports can be read again. */
  readonly ended = this.finished.asReadonly();

  add(files: Iterable<File>, plan: ImportPlan): void {
    const jobs = Array.from(files, (file): ImportJob => newJob(this.nextId++, file, plan));
    this.list.update((list) => [...list, ...jobs]);
    this.advance();
  }

  /** Takes a file again, such as with another format or mapping. */
  retry(job: ImportJob, plan: ImportPlan): void {
    this.remove(job);
    this.add([job.file], plan);
  }

  /** Stops a file that is on its way, or one that waits. What the server has taken by then is in. */
  cancel(job: ImportJob): void {
    if (job.state === 'sending') this.stop?.abort();
    else this.remove(job);
  }

  remove(job: ImportJob): void {
    this.list.update((list) => list.filter(({ id }) => id !== job.id));
  }

  private advance(): void {
    if (this.list().some(({ state }) => state === 'sending')) return;
    const job = this.list().find(({ state }) => state === 'waiting');
    if (job) void this.run(job);
  }

  private async run({ id, file, plan }: ImportJob): Promise<void> {
    const stop = new AbortController();
    this.stop = stop;
    this.change(id, { state: 'sending', startedAt: Date.now() });
    const asking = setInterval(() => void this.askProgress(id), ASK_EVERY_MS);
    try {
      const format = plan.format === 'auto' ? await detectFormat(file) : plan.format;
      const head = format === 'marketo-activities' || format === 'people' ? readHead(await fileStart(file)) : null;
      this.change(id, { format, head });
      const result = await this.api.importFile(
        file,
        { format, dryRun: plan.dryRun, mapping: Object.keys(plan.mapping).length > 0 ? plan.mapping : undefined },
        (sentBytes) => this.change(id, { sentBytes }),
        stop.signal,
      );
      this.change(id, { state: 'done', result });
      if (!result.dryRun && result.accepted > 0) void this.workspace.reloadTree();
    } catch (error) {
      this.change(id, { state: stop.signal.aborted ? 'stopped' : 'failed', error });
    } finally {
      clearInterval(asking);
      this.finished.update((count) => count + 1);
      this.advance();
    }
  }

  /** The answer to a file comes at its end; until then the list of imports says how far it is. */
  private async askProgress(id: number): Promise<void> {
    const job = this.list().find((one) => one.id === id);
    if (!job) return;
    try {
      const running = (await this.api.imports()).find(
        ({ state, fileName }) => state === 'running' && fileName === job.file.name,
      );
      if (running) this.change(id, { rowsRead: running.rowsRead });
    } catch {
      // Only the number of rows stands still; the upload says itself when something is wrong.
    }
  }

  private change(id: number, changes: Partial<ImportJob>): void {
    this.list.update((list) => list.map((job) => (job.id === id ? { ...job, ...changes } : job)));
  }
}

const isOpen = ({ state }: ImportJob): boolean => state === 'waiting' || state === 'sending';

function newJob(id: number, file: File, plan: ImportPlan): ImportJob {
  return {
    id,
    file,
    plan,
    format: plan.format === 'auto' ? null : plan.format,
    head: null,
    state: 'waiting',
    sentBytes: 0,
    startedAt: 0,
    rowsRead: null,
    result: null,
    error: null,
  };
}

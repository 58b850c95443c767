import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { WHOLE_ROWS, type Report, type ReportQuery, type Sheet, type SheetRow, type Sort } from '@tallysheet/contract';
import { Api } from '../core/api';
import { ApiProblem } from '../core/api-problem';
import { Catalogue } from '../core/catalogue';
import type { IconName } from '../core/icons';
import { Messages } from '../core/messages';
import { WorkspaceStore } from '../core/workspace';
import { withCalculated } from '../report-setup/calculated/calculated-columns';
import { ROW_ICONS } from '../report-setup/rows/row-icons';
import { decodeDefinition } from './model/definition-address';
import { displayedColumnIds, withCollapsed } from './model/layout-changes';
import {
  columnIds,
  type Definition,
  definitionOf,
  levelsOf,
  newDefinition,
  sameDefinition,
} from './model/report-definition';
import { areUsual } from './model/row-levels';
import { flattenRows, groupIds, sortRows } from './model/sheet-rows';
import { PagedSheets } from './paged-sheets';
import { SheetSource } from './sheet-source';

/** A report that has no address of its own yet: its type and program, and what was changed, as the address holds it. */
export interface NewReport {
  type: string | undefined;
  program: string | undefined;
  campaign: string | undefined;
  changes: string | undefined;
}

/** One report on screen: as it is saved, as it is being worked on, and the sheet of the latter. */
@Injectable()
export class ReportStore {
  private readonly api = inject(Api);
  private readonly catalogue = inject(Catalogue);
  private readonly messages = inject(Messages);
  private readonly workspace = inject(WorkspaceStore);
  private readonly pages = new PagedSheets((query, signal) => this.api.sheet(query, signal));
  private readonly source = new SheetSource((query, signal) => this.ask(query, signal));
  /** The last question whose sheet was too long to come whole. */
  private readonly longQuestion = signal('');

  private readonly openedId = signal<string | null>(null);
  private readonly savedDefinition = signal<Definition | null>(null);
  private readonly workingDefinition = signal<Definition | null>(null);
  private readonly openFailure = signal<unknown>(null);
  private readonly pendingNew = signal<NewReport | null>(null);

  /** Null for a report that nobody has saved yet. */
  readonly id = this.openedId.asReadonly();
  readonly definition = this.workingDefinition.asReadonly();
  /** Why the report itself could not be opened. */
  readonly openProblem = computed(() => this.openFailure() ?? (this.definition() ? null : this.catalogue.error()));
  /** Its type, with the columns that the report calculates itself. */
  readonly type = computed(() => {
    const query = this.definition()?.query;
    const type = query && this.catalogue.type(query.reportType);
    return type && withCalculated(type, query.calculatedColumns, this.messages.t('setup.calculated.help'));
  });
  readonly edited = computed(() => {
    const saved = this.savedDefinition();
    const working = this.definition();
    const type = this.type();
    return !!saved && !!working && saved !== working && !!type && !sameDefinition(saved, working, type);
  });

  readonly sheet = this.source.sheet;
  readonly sheetProblem = this.source.problem;
  readonly wait = this.source.wait;
  readonly stale = this.source.stale;
  readonly stopped = this.source.stopped;
  readonly timeZone = computed(() => this.definition()?.query.timeZone ?? this.workspace.timeZone());
  readonly sort = computed<Sort | null>(() => this.definition()?.query.sort?.[0] ?? null);
  /** What the rows are, outermost first. */
  readonly levels = computed(() => {
    const definition = this.definition();
    const type = this.type();
    return definition && type ? levelsOf(definition.query, type) : [];
  });
  /** The shown columns' ids from left to right, without the name column. */
  readonly columns = computed(() => {
    const definition = this.definition();
    const type = this.type();
    return definition && type ? displayedColumnIds(definition, type) : [];
  });
  /** All rows of the sheet in the order they are shown in, folded away or not. */
  readonly sortedRows = computed(() => {
    const rows = this.sheet()?.rows ?? [];
    return this.paged() ? rows : sortRows(rows, this.sort(), this.messages.language());
  });
  readonly rows = computed(() =>
    flattenRows(this.sortedRows(), new Set(this.definition()?.layout.collapsed), (row) => this.iconOf(row)),
  );

  /** What is asked for, in whatever order. */
  private readonly unsorted = computed<ReportQuery | null>(() => {
    const definition = this.definition();
    const type = this.type();
    if (!definition || !type) return null;
    const { sort: _, groupBy: __, ...query } = definition.query;
    const levels = levelsOf(definition.query, type);
    const groupBy = areUsual(levels, type) ? {} : { groupBy: levels };
    return { ...query, ...groupBy, columns: columnIds(definition, type) };
  });
  /** Whether the sheet is told in pages, so that which rows come first is the server's to say. */
  readonly paged = computed(() => {
    const query = this.unsorted();
    return query !== null && this.longQuestion() === about(query);
  });
  /** What the server is asked; where rows stand and how they are folded is ours. */
  readonly question = computed<ReportQuery | null>(
    () => {
      const query = this.unsorted();
      if (!query) return null;
      // Which rows are the top ones is the server's to say.
      const isServers = query.top !== undefined || this.paged();
      return isServers ? { ...query, sort: this.definition()?.query.sort } : query;
    },
    { equal: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );

  constructor() {
    effect(() => {
      const question = this.question();
      untracked(() => this.follow(question));
    });
    // Renamed from the tree: the name here follows, unless it was changed here as well.
    effect(() => {
      const id = this.openedId();
      const name = id === null ? undefined : this.workspace.find('report', id)?.name;
      if (name !== undefined) untracked(() => this.renamedElsewhere(name));
    });
    effect(() => {
      const wanted = this.pendingNew();
      const types = this.catalogue.types();
      if (wanted && types.length > 0) untracked(() => this.startNew(wanted));
    });
  }

  /** Opens a saved report. */
  async open(id: string): Promise<void> {
    if (id === this.openedId()) return;
    this.reset();
    this.openedId.set(id);
    try {
      const report = await this.api.report(id);
      if (this.openedId() === id) this.adopt(report);
    } catch (error) {
      if (this.openedId() === id) this.openFailure.set(error);
    }
  }

  /** Starts a report of a type, with what the address remembers of it. */
  openNew(report: NewReport): void {
    this.reset();
    this.pendingNew.set(report);
  }

  /** Takes over a report as the server has just saved it. */
  adopt(report: Report): void {
    this.openedId.set(report.id);
    this.savedDefinition.set(definitionOf(report));
    this.workingDefinition.set(definitionOf(report));
  }

  change(edit: (definition: Definition) => Definition): void {
    this.workingDefinition.update((definition) => definition && edit(definition));
  }

  discard(): void {
    this.workingDefinition.set(this.savedDefinition());
  }

  /** Whether every row that has others beneath is folded. */
  readonly folded = computed(() => {
    const collapsed = new Set(this.definition()?.layout.collapsed);
    const groups = this.groups();
    return groups.length > 0 && groups.every((id) => collapsed.has(id));
  });
  private readonly groups = computed(() => groupIds(this.sheet()?.rows ?? []));

  /** Folds all of them, or opens all when all are folded. */
  foldAll(): void {
    const collapsed = this.folded() ? [] : this.groups();
    this.change((definition) => withCollapsed(definition, collapsed));
  }

  /** Counts the same sheet again. */
  refresh(): void {
    const question = this.question();
    if (question) void this.source.load(question, about(question));
  }

  /** Counts the same sheet again without a word: its numbers change where they stand, or stay if that fails. */
  async renew(): Promise<void> {
    const question = this.question();
    if (!question) return;
    const shown = this.paged() ? { limit: Math.min(this.sheet()?.rows.length ?? 1, WHOLE_ROWS) } : {};
    await this.source.renew({ ...question, ...shown }, about(question));
  }

  /** Brings the rows that follow, where the sheet has more than are here. Counts anew what the server keeps no longer. */
  async more(): Promise<void> {
    try {
      await this.source.more((signal) => this.pages.more(signal));
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.code !== 'cursor-expired') throw error;
      this.refresh();
    }
  }

  endRenewal(): void {
    this.source.endRenewal();
  }

  stopCounting(): void {
    this.source.stop();
  }

  close(): void {
    this.source.clear();
  }

  /** Counts what is now asked, unless the sheet at hand has it all: hiding a column asks for nothing. */
  private follow(question: ReportQuery | null): void {
    if (!question) return;
    const known = new Set(this.sheet()?.columns.map((column) => column.id));
    const atHand = this.source.answers(about(question)) && question.columns?.every((id) => known.has(id));
    if (!atHand || this.wait() !== 'none') void this.source.load(question, about(question));
  }

  private async ask(query: ReportQuery, signal: AbortSignal): Promise<Sheet> {
    const sheet = await this.pages.ask(query, signal);
    if (sheet.next !== undefined) this.longQuestion.set(about({ ...query, sort: undefined, limit: undefined }));
    return sheet;
  }

  private renamedElsewhere(name: string): void {
    const saved = this.savedDefinition();
    if (!saved || saved.name === name) return;
    this.savedDefinition.set({ ...saved, name });
    this.change((working) => (working.name === saved.name ? { ...working, name } : working));
  }

  private iconOf({ kind, nodeId }: SheetRow): IconName {
    if (kind !== 'campaign' && kind !== 'campaignType') return ROW_ICONS[kind];
    const type = kind === 'campaign' ? this.workspace.find('campaign', nodeId)?.campaignType : nodeId;
    return type === 'trigger' ? 'zap' : ROW_ICONS.campaign;
  }

  private startNew({ type, program, campaign, changes }: NewReport): void {
    this.pendingNew.set(null);
    const info = type === undefined ? this.catalogue.types()[0] : this.catalogue.type(type);
    if (!info) {
      this.openFailure.set(new ApiProblem({ code: 'unknown-report-type', params: { reportType: type ?? '' } }));
      return;
    }
    const subject = { programId: program ?? null, campaignId: campaign ?? null };
    const fresh = newDefinition(info.id, info.label, subject, info.counts !== 'people');
    this.savedDefinition.set(fresh);
    this.workingDefinition.set((changes === undefined ? null : decodeDefinition(changes)) ?? fresh);
  }

  private reset(): void {
    this.source.clear();
    this.openedId.set(null);
    this.pendingNew.set(null);
    this.openFailure.set(null);
    this.savedDefinition.set(null);
    this.workingDefinition.set(null);
  }
}

/** A question without its columns: what decides whether numbers at hand are its answer. */
function about({ columns: _, ...query }: ReportQuery): string {
  return JSON.stringify(query);
}

import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import type { Crumb } from '../shell/app-bar';
import { FileDrop } from '../core/file-drop';
import { Messages } from '../core/messages';
import { PageTitle } from '../core/page-title';
import { ProblemText } from '../core/problem-text';
import { WorkspaceStore } from '../core/workspace';
import { ReportTop } from './bars/report-top';
import type { ReportCommand } from './bars/report-menu';
import { encodeDefinition } from './model/definition-address';
import { PeoplePanel, type WantedPeople } from './people/people-panel';
import { ReconcilePanel } from './reconcile/reconcile-panel';
import { ReportSaving } from './report-saving';
import { ReportSheet } from './report-sheet';
import { ReportStore } from './report-store';
import { SheetLive } from './sheet-live';
import { SheetPreview } from './sheet-preview';

/** A report: its bars, its sheet, and the email that is open beside it. */
@Component({
  selector: 'ts-report-page',
  imports: [FileDrop, PeoplePanel, ReconcilePanel, ReportSheet, ReportTop, RouterLink, SheetPreview],
  providers: [ReportStore, ReportSaving, SheetLive],
  templateUrl: './report-page.html',
  styleUrl: './report-page.css',
  host: { '(window:beforeunload)': 'holdBack($event)', '(document:keydown)': 'onKey($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReportPage {
  private readonly pageTitle = inject(PageTitle);
  private readonly problems = inject(ProblemText);
  private readonly route = inject(ActivatedRoute);
  private readonly router = inject(Router);
  private readonly workspace = inject(WorkspaceStore);

  readonly messages = inject(Messages);
  readonly saving = inject(ReportSaving);
  readonly store = inject(ReportStore);

  /** From the address: a saved report's id, or what a new report is about. */
  readonly id = input<string>();
  readonly type = input<string>();
  readonly program = input<string>();
  readonly campaign = input<string>();
  /** What was changed in a report that is not saved yet. */
  readonly changes = input<string>();
  /** The email that is open beside the sheet. */
  readonly email = input<string>();

  readonly editingTitle = signal(false);
  /** The number whose people stand beside the sheet. */
  readonly people = signal<WantedPeople | null>(null);
  /** The report of another tool that stands beside the sheet. */
  readonly reconciled = signal<File | null>(null);
  private readonly fileField = viewChild<ElementRef<HTMLInputElement>>('fileField');
  readonly previewedRow = signal<string | null>(null);
  readonly problem = computed(() => {
    const problem = this.store.openProblem();
    return problem === null ? null : this.problems.of(problem);
  });
  readonly crumbs = computed<Crumb[]>(() => {
    const definition = this.store.definition();
    const home = definition?.programId
      ? `program:${definition.programId}`
      : definition?.folderId && `folder:${definition.folderId}`;
    const node = home ? this.workspace.node(home) : undefined;
    return node ? [...this.workspace.ancestors(node.key), node].map(({ name }) => ({ label: name })) : [];
  });

  constructor() {
    effect(() => {
      const id = this.id();
      const about = { type: this.type(), program: this.program(), campaign: this.campaign() };
      untracked(() => {
        this.people.set(null);
        this.reconciled.set(null);
        if (id !== undefined && id !== 'new') void this.store.open(id);
        else this.store.openNew({ ...about, changes: this.changes() });
      });
    });
    effect(() => {
      const name = this.store.definition()?.name;
      if (name !== undefined) this.pageTitle.show(name);
    });
    effect(() => {
      const definition = this.store.definition();
      if (this.store.id() !== null || definition === null) return;
      const changes = this.store.edited() ? encodeDefinition(definition) : null;
      untracked(() => {
        if (changes !== (this.changes() ?? null)) void this.address({ changes }, true);
      });
    });
  }

  /** Asked by the router before the page is left. */
  mayLeave(): Promise<boolean> {
    return this.saving.mayLeave();
  }

  /** What a new report has become is in its address, so that a reload loses nothing of it. */
  holdBack(event: BeforeUnloadEvent): void {
    if (this.store.edited() && this.store.id() !== null) event.preventDefault();
  }

  onKey(event: KeyboardEvent): void {
    if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (this.store.edited() || this.store.id() === null) void this.saving.save();
  }

  rename(name: string): void {
    this.store.change((definition) => ({ ...definition, name }));
  }

  command(command: ReportCommand): void {
    const does: Record<ReportCommand, () => unknown> = {
      save: () => this.saving.save(),
      'save-as': () => this.saving.saveAs(),
      discard: () => this.store.discard(),
      rename: () => this.editingTitle.set(true),
      duplicate: () => this.saving.duplicate(),
      delete: () => this.saving.remove(),
      export: () => this.saving.export(),
      reconcile: () => this.chooseReport(),
      refresh: () => this.store.refresh(),
      fold: () => this.store.foldAll(),
    };
    does[command]();
  }

  showPeople(wanted: WantedPeople): void {
    if (this.email() !== undefined) this.closeEmail();
    this.reconciled.set(null);
    this.people.set(wanted);
  }

  chooseReport(): void {
    this.fileField()?.nativeElement.click();
  }

  /** Puts a report of another tool beside the sheet; of several files the first. */
  reconcile([file]: readonly File[]): void {
    if (!file) return;
    if (this.email() !== undefined) this.closeEmail();
    this.people.set(null);
    this.reconciled.set(file);
  }

  reconcileChosen(field: HTMLInputElement): void {
    this.reconcile(Array.from(field.files ?? []));
    // The same file can then be chosen again.
    field.value = '';
  }

  openEmail({ assetId, rowId }: { assetId: string; rowId: string }): void {
    this.people.set(null);
    this.reconciled.set(null);
    this.previewedRow.set(rowId);
    void this.address({ email: assetId }, this.email() !== undefined);
  }

  closeEmail(): void {
    void this.address({ email: null }, false);
  }

  /** Changes the address in place; what it does not mention stays. */
  private address(queryParams: Record<string, string | null>, replaceUrl: boolean): Promise<boolean> {
    return this.router.navigate([], { relativeTo: this.route, queryParams, queryParamsHandling: 'merge', replaceUrl });
  }
}

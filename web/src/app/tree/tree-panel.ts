import { CdkContextMenuTrigger, CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  output,
  signal,
} from '@angular/core';
import { Router } from '@angular/router';
import { Icon } from '../core/icon';
import { Messages } from '../core/messages';
import { WorkspaceStore } from '../core/workspace';
import { ProgramActions } from '../programs/program-actions';
import type { NewReportPlace } from './new-report-dialog';
import { ReportActions } from './report-actions';
import { RenameField } from './rename-field';
import { treeIcon, treeKindLabel } from './tree-icon';
import { type TreeCommand, treeCommand } from './tree-keyboard';
import { openAddress } from './tree-address';
import type { TreeRow } from './tree-model';
import { TreeState } from './tree-state';

/** The tree of folders, programs, smart campaigns, emails and reports, worked by mouse, touch or keys. */
@Component({
  selector: 'ts-tree',
  imports: [CdkContextMenuTrigger, CdkMenu, CdkMenuItem, CdkMenuTrigger, Icon, RenameField],
  templateUrl: './tree-panel.html',
  styleUrl: './tree-panel.css',
  host: { '(click)': 'onClick($event)', '(keydown)': 'onKey($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TreePanel {
  private readonly host: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);
  private readonly router = inject(Router);
  private readonly actions = inject(ReportActions);
  private readonly programs = inject(ProgramActions);
  readonly messages = inject(Messages);
  readonly state = inject(TreeState);
  readonly workspace = inject(WorkspaceStore);

  /** Something was opened: a drawer may close. */
  readonly opened = output<void>();

  readonly rows = this.state.rows;
  readonly renaming = signal<string | null>(null);
  private readonly focused = signal<string | null>(null);
  /** The one line that Tab reaches: the last one used, else the selected one, else the first. */
  readonly tabKey = computed(() => {
    const keys = new Set(this.rows().map((row) => row.key));
    const wanted = [this.focused(), this.state.selectedKey()].find((key) => key && keys.has(key));
    return wanted ?? this.rows()[0]?.key ?? null;
  });

  readonly icon = treeIcon;

  kindLabel(row: TreeRow): string | null {
    const key = treeKindLabel(row);
    return key && this.messages.t(key);
  }

  onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    // A name being edited and the tools of a line have keys of their own.
    if (event.target instanceof Element && event.target.closest('input, button')) return;
    const command = treeCommand(this.rows(), this.tabKey(), event.key);
    if (!command) return;
    event.preventDefault();
    this.run(command);
  }

  /** A click on a line opens it; on its arrow it only opens and closes what is inside; its tools act for themselves. */
  onClick(event: Event): void {
    const target = event.target instanceof Element ? event.target : null;
    const key = target?.closest<HTMLElement>('[data-key]')?.dataset['key'];
    const row = this.rows().find((candidate) => candidate.key === key);
    if (!row || target?.closest('button, input')) return;
    this.focused.set(row.key);
    if (row.expandable && target?.closest('.twist')) this.state.toggle(row.key);
    else this.activate(row);
  }

  focusRow(key: string): void {
    this.focused.set(key);
  }

  /** Puts the keyboard on the tree, from the search field above it. */
  focusTree(): void {
    const key = this.tabKey();
    if (key) this.moveFocus(key);
  }

  activate(row: TreeRow): void {
    this.focused.set(row.key);
    const address = openAddress(row, this.workspace.ancestors(row.key));
    if (!address) {
      this.state.toggle(row.key);
      return;
    }
    void this.router.navigate(address.commands, { queryParams: address.queryParams });
    this.opened.emit();
  }

  /** A menu keeps the line that it was first opened on; the line may have another name by now. */
  asItIs(row: TreeRow): TreeRow {
    return this.rows().find((candidate) => candidate.key === row.key) ?? row;
  }

  newReport(row: TreeRow): void {
    const place: NewReportPlace = { kind: row.kind === 'folder' ? 'folder' : 'program', id: row.id, name: row.name };
    void this.actions.create(place);
  }

  editFigures({ id, name }: TreeRow): void {
    void this.programs.editFigures({ id, name });
  }

  startRename(row: TreeRow): void {
    this.renaming.set(row.key);
  }

  async endRename(row: TreeRow, name: string | null): Promise<void> {
    const trimmed = name?.trim();
    if (trimmed && trimmed !== row.name) await this.actions.rename(row, trimmed);
    this.renaming.set(null);
    this.moveFocus(row.key);
  }

  duplicate(row: TreeRow): void {
    void this.actions.duplicate(row);
  }

  async remove(row: TreeRow): Promise<void> {
    const rows = this.rows();
    const index = rows.indexOf(row);
    const next = rows[index + 1] ?? rows[index - 1];
    await this.actions.remove(row);
    if (next) this.moveFocus(next.key);
  }

  private run(command: TreeCommand): void {
    const row = this.rows().find((candidate) => candidate.key === command.key);
    if (!row) return;
    switch (command.do) {
      case 'focus':
        return this.moveFocus(row.key);
      case 'expand':
        return this.state.expand(row.key);
      case 'collapse':
        return this.state.collapse(row.key);
      case 'activate':
        return this.activate(row);
      case 'rename':
        return this.startRename(row);
      case 'delete':
        void this.remove(row);
    }
  }

  /** At once where the line is drawn already: the next key must not find the focus still on the line before. */
  private moveFocus(key: string): void {
    this.focused.set(key);
    const line = this.line(key);
    if (line) line.focus();
    else afterNextRender(() => this.line(key)?.focus(), { injector: this.injector });
  }

  private line(key: string): HTMLElement | undefined {
    const lines = this.host.querySelectorAll<HTMLElement>('[data-key]');
    return [...lines].find((candidate) => candidate.dataset['key'] === key);
  }
}

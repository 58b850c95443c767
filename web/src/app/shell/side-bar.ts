import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { Icon } from '../core/icon';
import { Messages } from '../core/messages';
import { WorkspaceStore } from '../core/workspace';
import { ReportActions } from '../tree/report-actions';
import { TreePanel } from '../tree/tree-panel';
import { TreeSearch } from '../tree/tree-search';
import { TreeState } from '../tree/tree-state';
import { Brand } from './brand';
import { ShellState } from './shell-state';

/** The left side: the product, the workspace, its tree, and the pages that belong to no program. */
@Component({
  selector: 'ts-side-bar',
  imports: [Brand, Icon, RouterLink, RouterLinkActive, TreePanel, TreeSearch],
  templateUrl: './side-bar.html',
  styleUrl: './side-bar.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SideBar {
  readonly messages = inject(Messages);
  readonly shell = inject(ShellState);
  readonly workspace = inject(WorkspaceStore);
  readonly tree = inject(TreeState);
  private readonly reports = inject(ReportActions);

  newReport(): void {
    void this.reports.create({ kind: 'workspace', id: null, name: this.workspace.name() });
  }
}

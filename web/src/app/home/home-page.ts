import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Messages } from '../core/messages';
import { ProblemText } from '../core/problem-text';
import { WorkspaceStore } from '../core/workspace';
import { AppBar } from '../shell/app-bar';
import { FirstRun } from './first-run';
import { PhoneTop } from './phone-top';
import { RecentReports } from './recent-reports';
import { ReportTypeTiles } from './report-type-tiles';

/** Where one starts: a tile per report type and the reports last worked on; in an empty workspace, how to fill it. */
@Component({
  selector: 'ts-home-page',
  imports: [AppBar, FirstRun, PhoneTop, RecentReports, ReportTypeTiles],
  templateUrl: './home-page.html',
  styleUrl: './home-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HomePage {
  readonly messages = inject(Messages);
  readonly problems = inject(ProblemText);
  readonly workspace = inject(WorkspaceStore);

  readonly empty = computed(() => this.workspace.tree()?.nodes.length === 0);
  readonly failure = computed(() => (this.workspace.tree() ? null : this.workspace.treeError()));
}

import { A11yModule } from '@angular/cdk/a11y';
import { ChangeDetectionStrategy, Component, effect, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterOutlet } from '@angular/router';
import { filter, map } from 'rxjs';
import { Messages } from '../core/messages';
import { Theme } from '../core/theme';
import { WorkspaceStore } from '../core/workspace';
import { keyOfAddress } from '../tree/tree-address';
import { TreeState } from '../tree/tree-state';
import { BottomBar } from './bottom-bar';
import { ShellState } from './shell-state';
import { SideBar } from './side-bar';
import { TreeResizer } from './tree-resizer';

/** The frame around every page: the tree at the left, or over the page where there is no room, and the page. */
@Component({
  selector: 'ts-shell',
  imports: [A11yModule, BottomBar, RouterOutlet, SideBar, TreeResizer],
  templateUrl: './shell.html',
  styleUrl: './shell.css',
  host: { '(keydown.escape)': 'shell.closeDrawer()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Shell {
  readonly messages = inject(Messages);
  readonly shell = inject(ShellState);
  private readonly router = inject(Router);
  private readonly workspace = inject(WorkspaceStore);
  private readonly tree = inject(TreeState);

  private readonly url = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map((event) => event.urlAfterRedirects),
    ),
    { initialValue: this.router.url },
  );

  constructor() {
    // The colours follow the system from the first page on.
    inject(Theme);
    void this.workspace.load();
    effect(() => {
      const known = this.workspace.tree();
      const url = this.url();
      this.tree.selectedKey.set(known ? keyOfAddress(url, (key) => this.workspace.node(key) !== undefined) : null);
    });
    effect(() => {
      this.url();
      this.shell.closeDrawer();
    });
  }

  skip(event: Event, main: HTMLElement): void {
    event.preventDefault();
    main.focus();
  }
}

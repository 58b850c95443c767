import { ChangeDetectionStrategy, Component, computed, inject, input, model, output } from '@angular/core';
import { NgTemplateOutlet } from '@angular/common';
import { RouterLink } from '@angular/router';
import { Icon } from '../../core/icon';
import { Messages } from '../../core/messages';
import { mediaMatches, PHONE } from '../../report-setup/viewport';
import { AppBar, type Crumb } from '../../shell/app-bar';
import { type ReportCommand, ReportMenu } from './report-menu';
import { ReportTitle } from './report-title';

/** The top of a report: where it belongs, its name and state, and what is done with it as a whole. */
@Component({
  selector: 'ts-report-top',
  imports: [AppBar, Icon, NgTemplateOutlet, ReportMenu, ReportTitle, RouterLink],
  templateUrl: './report-top.html',
  styleUrl: './report-top.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReportTop {
  readonly messages = inject(Messages);
  readonly phone = mediaMatches(PHONE);

  readonly name = input.required<string>();
  readonly crumbs = input.required<readonly Crumb[]>();
  /** Whether the report has an address of its own. */
  readonly saved = input.required<boolean>();
  readonly edited = input.required<boolean>();
  readonly justSaved = input(false);
  readonly saving = input(false);
  readonly exporting = input(false);
  /** Whether a report of Marketo's can be put beside it. */
  readonly comparable = input(false);
  readonly folded = input(false);
  readonly editing = model(false);
  readonly renamed = output<string>();
  readonly commanded = output<ReportCommand>();

  readonly savable = computed(() => (this.edited() || !this.saved()) && !this.saving());
  readonly path = computed(() =>
    this.crumbs()
      .map((crumb) => crumb.label)
      .join(', '),
  );
}

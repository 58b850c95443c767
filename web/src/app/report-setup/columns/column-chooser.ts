import { LiveAnnouncer } from '@angular/cdk/a11y';
import { CdkDrag, type CdkDragDrop, CdkDragHandle, CdkDropList } from '@angular/cdk/drag-drop';
import { NgTemplateOutlet } from '@angular/common';
import {
  ApplicationRef,
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  type OnDestroy,
  output,
  signal,
} from '@angular/core';
import { Icon } from '../../core/icon';
import { Messages } from '../../core/messages';
import { HelpTip } from '../help-tip';
import { type ColumnEntry, matches, mayStandAt, reorder } from './column-entry';

/** Chooses the columns of the sheet, their order and pins: by drag, by button, by Alt and the arrow keys. */
@Component({
  selector: 'ts-column-chooser',
  imports: [CdkDrag, CdkDragHandle, CdkDropList, Icon, NgTemplateOutlet],
  templateUrl: './column-chooser.html',
  styleUrl: './column-chooser.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ColumnChooser implements OnDestroy {
  private readonly announcer = inject(LiveAnnouncer);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly app = inject(ApplicationRef);
  private readonly tip = inject(HelpTip);

  readonly messages = inject(Messages);
  /** In the sheet, from left to right. */
  readonly shown = input.required<readonly ColumnEntry[]>();
  readonly available = input.required<readonly ColumnEntry[]>();
  /** Those that the report calculates itself. */
  readonly calculated = input<ReadonlySet<string>>(new Set());
  readonly changed = output<string[]>();
  readonly pinned = output<{ columnId: string; pinned: boolean }>();
  /** A calculated column is to be changed, or without an id made. */
  readonly calculatedWanted = output<string | undefined>();
  readonly resetWanted = output<void>();

  readonly search = signal('');
  readonly foundShown = computed(() => this.shown().filter((entry) => matches(entry, this.search())));
  readonly foundAvailable = computed(() => this.available().filter((entry) => matches(entry, this.search())));
  readonly nothingFound = computed(() => this.foundShown().length + this.foundAvailable().length === 0);
  /** While some are filtered away, a place in the list is none in the sheet. */
  readonly filtered = computed(() => this.search().trim() !== '');

  readonly mayDrop = (index: number, drag: CdkDrag<ColumnEntry>): boolean => mayStandAt(this.shown(), drag.data, index);

  ngOnDestroy(): void {
    this.tip.hide();
  }

  drop({ previousIndex, currentIndex }: CdkDragDrop<readonly ColumnEntry[]>): void {
    if (previousIndex !== currentIndex) this.changed.emit(reorder(this.shown(), previousIndex, currentIndex));
  }

  move(event: Event, entry: ColumnEntry, places: -1 | 1): void {
    event.preventDefault();
    this.tip.hide();
    const from = this.shown().indexOf(entry);
    const to = from + places;
    if (to < 0 || !mayStandAt(this.shown(), entry, to)) return;
    this.changed.emit(reorder(this.shown(), from, to));
    // Drawn at once: a key that follows within the same frame starts from where the column now stands.
    this.app.tick();
    this.host.querySelector<HTMLElement>(`[data-column="${entry.id}"]`)?.focus();
    const letter = this.shown().find((other) => other.id === entry.id)?.letter ?? '';
    void this.announcer.announce(this.messages.t('setup.columns.moved', { column: entry.label, letter }));
  }

  add(entry: ColumnEntry): void {
    this.tip.hide();
    this.changed.emit([...this.shown().map((other) => other.id), entry.id]);
    void this.announcer.announce(this.messages.t('setup.columns.added', { column: entry.label }));
  }

  remove(entry: ColumnEntry): void {
    this.tip.hide();
    this.changed.emit(
      this.shown()
        .filter((other) => other !== entry)
        .map((other) => other.id),
    );
    void this.announcer.announce(this.messages.t('setup.columns.removed', { column: entry.label }));
  }

  help(event: Event, entry: ColumnEntry, afterRest: boolean): void {
    const row = event.currentTarget as HTMLElement;
    if (!afterRest && !row.matches(':focus-visible')) return;
    this.tip.show(row, { title: entry.label, rule: entry.rule, text: entry.help }, afterRest, 'beside');
  }

  hideHelp(): void {
    this.tip.hide();
  }
}

import { CdkMenuTrigger } from '@angular/cdk/menu';
import { NgTemplateOutlet } from '@angular/common';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  effect,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import type { Sort } from '@tallysheet/contract';
import type { IHeaderAngularComp } from 'ag-grid-angular';
import type { IHeaderParams } from 'ag-grid-community';
import { Icon } from '../../core/icon';
import { Messages } from '../../core/messages';
import { HelpTip } from '../../report-setup/help-tip';
import { NAME_COLUMN } from '../model/sheet-rows';
import { ColumnMenu } from './column-menu';
import { headingParts } from './grid-column';
import type { GridContext } from './grid-context';

let made = 0;

/** A column's heading: a click sorts, its menu does the rest, and pointing or focusing tells its rule. */
@Component({
  selector: 'ts-column-header',
  imports: [CdkMenuTrigger, ColumnMenu, Icon, NgTemplateOutlet],
  templateUrl: './column-header.html',
  styleUrl: './column-header.css',
  host: { '[class.text]': '!numeric()', '[class.sorted]': 'direction() !== null' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ColumnHeader implements IHeaderAngularComp {
  private readonly tip = inject(HelpTip);
  private readonly destroyed = inject(DestroyRef);
  private readonly trigger = viewChild.required(CdkMenuTrigger);

  readonly messages = inject(Messages);
  readonly helpId = `column-help-${++made}`;
  readonly params = signal<IHeaderParams<unknown, GridContext> | null>(null);
  readonly columnId = computed(() => this.params()?.column.getColId() ?? '');
  readonly column = computed(() => this.params()?.context.column(this.columnId()) ?? null);
  readonly label = computed(() => this.column()?.label ?? this.params()?.context.nameLabel() ?? '');
  /** Of a trend's column, its heading in two lines: what it counts, and when. */
  readonly period = computed(() => {
    const column = this.column();
    return column?.period === undefined ? null : headingParts(column);
  });
  readonly numeric = computed(() => ['count', 'rate', 'number', 'points'].includes(this.column()?.unit ?? ''));
  readonly touch = computed(() => this.params()?.context.touch() ?? false);
  readonly help = computed(() => [this.column()?.rule, this.column()?.help].filter(Boolean).join('. '));
  readonly direction = computed(() => {
    const sort = this.params()?.context.sort();
    return sort && sort.columnId === this.columnId() ? sort.direction : null;
  });

  constructor() {
    effect(() => this.writeSort(this.direction()));
    // Else the heading would be read together with the words of its menu button.
    effect(() => this.params()?.eGridHeader.setAttribute('aria-label', this.label()));
  }

  agInit(params: IHeaderParams<unknown, GridContext>): void {
    this.params.set(params);
    const host = params.eGridHeader;
    if (params.column.getColId() !== NAME_COLUMN) host.setAttribute('aria-describedby', this.helpId);
    const stop = new AbortController();
    const { signal } = stop;
    host.addEventListener('mouseenter', () => this.showHelp('hover'), { signal });
    host.addEventListener('mouseleave', () => this.tip.hide(), { signal });
    host.addEventListener('mousedown', () => this.tip.hide(), { signal });
    host.addEventListener('focusin', () => this.showHelp('focus'), { signal });
    host.addEventListener('focusout', () => this.tip.hide(), { signal });
    host.addEventListener('keydown', (event) => this.onKey(event), { signal });
    this.destroyed.onDestroy(() => stop.abort());
    this.writeSortAgain();
  }

  refresh(params: IHeaderParams<unknown, GridContext>): boolean {
    this.params.set(params);
    this.writeSortAgain();
    return true;
  }

  /** A finger has no second button and nothing to hover with: for it the heading is its menu. */
  activate(): void {
    if (this.touch()) this.trigger().open();
    else this.sort();
  }

  hideHelp(): void {
    this.tip.hide();
  }

  private sort(): void {
    this.params()?.context.command({ kind: 'next-sort', columnId: this.columnId() });
  }

  /** The grid does not sort, so it takes the word away whenever it looks at the column; it is ours to put back. */
  private writeSortAgain(): void {
    queueMicrotask(() => this.writeSort(this.direction()));
  }

  private writeSort(direction: Sort['direction'] | null): void {
    const words = direction === null ? 'none' : direction === 'asc' ? 'ascending' : 'descending';
    this.params()?.eGridHeader.setAttribute('aria-sort', words);
  }

  private onKey(event: KeyboardEvent): void {
    if (event.target !== event.currentTarget) return;
    if (event.key === 'Enter' && !event.ctrlKey && !event.altKey) this.sort();
    else if (event.key === 'ContextMenu' || (event.key === 'ArrowDown' && event.altKey)) this.trigger().open();
    else if (event.key === 'Escape') this.tip.hide();
    else return;
    event.preventDefault();
  }

  private showHelp(by: 'hover' | 'focus'): void {
    const column = this.column();
    const host = this.params()?.eGridHeader;
    if (!column || !host || this.touch()) return;
    // A click moves the focus too; only the keyboard's focus asks for help at once.
    if (by === 'focus' && !host.matches(':focus-visible')) return;
    this.tip.show(host, { title: column.label, rule: column.rule, text: column.help }, by === 'hover');
  }
}

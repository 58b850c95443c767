import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { SheetRow } from '@tallysheet/contract';
import { PreviewDrawer } from '../preview/preview-drawer';
import { isAsset } from './model/sheet-rows';

/** The email that is open beside the sheet, and the way to those above and below it. */
@Component({
  selector: 'ts-sheet-preview',
  imports: [PreviewDrawer],
  template: `
    <ts-preview-drawer
      [assetId]="assetId()"
      [values]="row()?.values ?? null"
      [position]="position()"
      (closed)="closed.emit()"
      (next)="go(1)"
      (previous)="go(-1)"
    />
  `,
  styles: ':host { display: contents; }',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SheetPreview {
  readonly assetId = input.required<string>();
  /** The row it was opened from: one email may stand under several campaigns. */
  readonly rowId = input<string | null>(null);
  readonly rows = input.required<readonly SheetRow[]>();
  readonly closed = output<void>();
  readonly opened = output<{ assetId: string; rowId: string }>();

  private readonly assets = computed(() => this.rows().filter(isAsset));
  private readonly index = computed(() => {
    const byRow = this.assets().findIndex((row) => row.id === this.rowId() && row.nodeId === this.assetId());
    return byRow >= 0 ? byRow : this.assets().findIndex((row) => row.nodeId === this.assetId());
  });
  readonly row = computed(() => this.assets()[this.index()]);
  readonly position = computed(() =>
    this.index() < 0 ? null : { index: this.index() + 1, count: this.assets().length },
  );

  go(places: -1 | 1): void {
    const row = this.assets()[this.index() + places];
    if (row) this.opened.emit({ assetId: row.nodeId, rowId: row.id });
  }
}

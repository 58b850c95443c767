import { ChangeDetectionStrategy, Component, inject, output } from '@angular/core';
import { FileDrop } from '../core/file-drop';
import { Icon } from '../core/icon';
import { Messages } from '../core/messages';

/** Where files are let go, or chosen. */
@Component({
  selector: 'ts-drop-zone',
  imports: [Icon],
  template: `
    <span class="mark"><ts-icon name="upload" [size]="20" /></span>
    <div class="words">
      <b>{{ messages.t('data.drop') }}</b>
      <small>{{ messages.t('data.drop-hint') }}</small>
    </div>
    <button type="button" class="btn" (click)="field.click()">{{ messages.t('data.choose') }}</button>
    <input #field hidden type="file" multiple accept=".csv,.tsv,.txt,.json,.gz" (change)="choose(field)" />
  `,
  styleUrl: './drop-zone.css',
  hostDirectives: [FileDrop],
  host: { '[class.over]': 'dropped.depth() > 0' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DropZone {
  readonly files = output<File[]>();
  readonly dropped = inject(FileDrop);
  readonly messages = inject(Messages);

  constructor() {
    this.dropped.files.subscribe((files) => this.files.emit(files));
  }

  choose(field: HTMLInputElement): void {
    const files = Array.from(field.files ?? []);
    if (files.length > 0) this.files.emit(files);
    // The same file can then be chosen again.
    field.value = '';
  }
}

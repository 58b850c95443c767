import { ChangeDetectionStrategy, Component, inject, output, signal } from '@angular/core';
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
  host: {
    '[class.over]': 'depth() > 0',
    '(dragenter)': 'enter($event)',
    '(dragover)': '$event.preventDefault()',
    '(dragleave)': 'leave()',
    '(drop)': 'drop($event)',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DropZone {
  readonly files = output<File[]>();
  readonly messages = inject(Messages);
  /** How many of the elements inside the pointer has entered and not left. */
  readonly depth = signal(0);

  enter(event: Event): void {
    event.preventDefault();
    this.depth.update((depth) => depth + 1);
  }

  leave(): void {
    this.depth.update((depth) => Math.max(0, depth - 1));
  }

  drop(event: DragEvent): void {
    event.preventDefault();
    this.depth.set(0);
    this.emit(event.dataTransfer?.files);
  }

  choose(field: HTMLInputElement): void {
    this.emit(field.files);
    // The same file can then be chosen again.
    field.value = '';
  }

  private emit(files: FileList | null | undefined): void {
    if (files && files.length > 0) this.files.emit(Array.from(files));
  }
}

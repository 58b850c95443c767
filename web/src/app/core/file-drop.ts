import { Directive, output, signal } from '@angular/core';

/** Takes files that are let go over an element; nothing else that is dragged concerns it. */
@Directive({
  selector: '[tsFileDrop]',
  exportAs: 'tsFileDrop',
  host: {
    '(dragenter)': 'enter($event)',
    '(dragover)': 'over($event)',
    '(dragleave)': 'leave($event)',
    '(drop)': 'drop($event)',
  },
})
export class FileDrop {
  readonly files = output<File[]>();
  /** How many of the elements inside the pointer has entered and not left. */
  readonly depth = signal(0);

  enter(event: DragEvent): void {
    if (!hasFiles(event)) return;
    event.preventDefault();
    this.depth.update((depth) => depth + 1);
  }

  over(event: DragEvent): void {
    if (hasFiles(event)) event.preventDefault();
  }

  leave(event: DragEvent): void {
    if (hasFiles(event)) this.depth.update((depth) => Math.max(0, depth - 1));
  }

  drop(event: DragEvent): void {
    if (!hasFiles(event)) return;
    event.preventDefault();
    this.depth.set(0);
    const files = Array.from(event.dataTransfer?.files ?? []);
    if (files.length > 0) this.files.emit(files);
  }
}

function hasFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false;
}

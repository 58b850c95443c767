import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Messages } from '../core/messages';
import { ShellState, TREE_WIDTH } from './shell-state';

const STEP = 16;

/** The edge between tree and page: dragged, or moved by ← and →; a double click brings the usual width back. */
@Component({
  selector: 'ts-tree-resizer',
  template: '',
  host: {
    role: 'separator',
    tabindex: '0',
    'aria-orientation': 'vertical',
    '[attr.aria-label]': "messages.t('shell.resize-tree')",
    '[attr.aria-valuenow]': 'shell.treeWidth()',
    '[attr.aria-valuemin]': 'range.least',
    '[attr.aria-valuemax]': 'range.most',
    '[class.dragging]': 'start !== null',
    '(pointerdown)': 'grab($event)',
    '(pointermove)': 'drag($event)',
    '(pointerup)': 'release()',
    '(pointercancel)': 'release()',
    '(dblclick)': 'shell.setTreeWidth(range.usual)',
    '(keydown)': 'onKey($event)',
  },
  styles: `
    :host {
      position: absolute;
      z-index: 5;
      top: 0;
      right: -5px;
      bottom: 0;
      width: 9px;
      cursor: col-resize;
      touch-action: none;
    }
    :host::after {
      content: '';
      position: absolute;
      inset: 0 3px 0 4px;
      transition: background var(--dur-1) var(--ease-out);
    }
    :host(:hover)::after {
      background: var(--line-strong);
    }
    :host(.dragging)::after,
    :host(:focus-visible)::after {
      background: var(--accent);
    }
    :host(:focus-visible) {
      box-shadow: none;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TreeResizer {
  readonly messages = inject(Messages);
  readonly shell = inject(ShellState);
  readonly range = TREE_WIDTH;
  start: { x: number; width: number } | null = null;

  grab(event: PointerEvent): void {
    if (event.button !== 0) return;
    event.preventDefault();
    if (event.currentTarget instanceof HTMLElement) event.currentTarget.setPointerCapture(event.pointerId);
    this.start = { x: event.clientX, width: this.shell.treeWidth() };
  }

  drag(event: PointerEvent): void {
    if (this.start) this.shell.setTreeWidth(this.start.width + event.clientX - this.start.x);
  }

  release(): void {
    this.start = null;
  }

  onKey(event: KeyboardEvent): void {
    const width = this.shell.treeWidth();
    const wanted = { ArrowLeft: width - STEP, ArrowRight: width + STEP, Home: TREE_WIDTH.least, End: TREE_WIDTH.most }[
      event.key
    ];
    if (wanted === undefined) return;
    event.preventDefault();
    this.shell.setTreeWidth(wanted);
  }
}

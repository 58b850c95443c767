import type { ICellRendererComp, ICellRendererParams } from 'ag-grid-community';
import type { IconName } from '../../core/icons';
import { isAsset, type GridRow } from '../model/sheet-rows';
import type { GridContext } from './grid-context';
import { drawIcon } from './draw-icon';

/** A cell of column A in plain elements: a row that folds, an email that opens, a link, or the total's words. */
export class NameCell implements ICellRendererComp<GridRow> {
  private readonly host = document.createElement('div');
  private row: GridRow | undefined;

  init(params: ICellRendererParams<GridRow, unknown, GridContext>): void {
    this.host.className = 'name';
    this.draw(params);
  }

  getGui(): HTMLElement {
    return this.host;
  }

  refresh(params: ICellRendererParams<GridRow, unknown, GridContext>): boolean {
    this.draw(params);
    return true;
  }

  /** What looks the same stays the same element: a click whose element went away between down and up is lost. */
  private draw({ data: row, context }: ICellRendererParams<GridRow, unknown, GridContext>): void {
    this.row = row;
    if (!row) return;
    const now = document.createElement('div');
    now.append(...this.parts(row, context));
    if (now.innerHTML !== this.host.innerHTML) this.host.replaceChildren(...now.childNodes);
  }

  private parts(row: GridRow, context: GridContext): HTMLElement[] {
    if (row.kind === 'bone') return [bone(row.number)];
    if (row.kind === 'total') return total(row, context);
    const name = isAsset(row) ? asset(row, context, () => this.row ?? row) : text('name-text', row.name);
    const parts = [icon(row.icon), name];
    if (row.childCount === 0) return parts;
    return [chevron(row, context), ...parts, text('name-count', String(row.childCount))];
  }
}

function chevron(row: GridRow, context: GridContext): HTMLElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.tabIndex = -1;
  made.className = 'name-chevron';
  made.setAttribute('aria-expanded', String(row.expanded));
  made.setAttribute('aria-label', row.expanded ? context.text.collapse(row.name) : context.text.expand(row.name));
  made.append(drawIcon(row.expanded ? 'chevron-down' : 'chevron-right', 13));
  made.addEventListener('click', (event) => {
    event.stopPropagation();
    context.toggle(row.id);
  });
  return made;
}

/** `current` is the row as it is when the link is clicked: its numbers may have changed since it was drawn. */
function asset(row: GridRow, context: GridContext, current: () => GridRow): HTMLElement {
  const link = document.createElement('a');
  link.tabIndex = -1;
  link.className = 'name-link';
  link.href = context.addressOf(row.nodeId);
  link.textContent = row.name;
  link.title = row.name;
  link.addEventListener('click', (event) => {
    // A click with a key opens another tab or window, which is the browser's business.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    context.open(current());
  });
  return link;
}

function total(row: GridRow, context: GridContext): HTMLElement[] {
  return [text('name-text', row.name), text('name-summary', context.text.summary())];
}

/** A place kept for a name that is still being counted; lengths differ, so that it reads as a list. */
function bone(number: number): HTMLElement {
  const made = document.createElement('i');
  made.className = 'skeleton';
  made.style.width = `${60 + ((number * 37) % 60)}px`;
  return made;
}

function text(className: string, words: string): HTMLElement {
  const made = document.createElement('span');
  made.className = className;
  made.textContent = words;
  made.title = words;
  return made;
}

function icon(name: IconName): HTMLElement {
  const made = document.createElement('span');
  made.className = 'name-icon';
  made.append(drawIcon(name, 15));
  return made;
}

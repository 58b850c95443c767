import { isAside } from '@tallysheet/report-model';
import type { ICellRendererComp, ICellRendererParams } from 'ag-grid-community';
import type { IconName } from '../../core/icons';
import { cutAddress } from '../../core/cut-address';
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
  private draw({ data: row, context, eGridCell }: ICellRendererParams<GridRow, unknown, GridContext>): void {
    this.row = row;
    if (!row) return;
    // The cell is put into its row only after it was made.
    queueMicrotask(() => tellPlace(eGridCell.closest('[role=row]'), row));
    const now = document.createElement('div');
    now.append(...this.parts(row, context));
    if (now.innerHTML !== this.host.innerHTML) this.host.replaceChildren(...now.childNodes);
  }

  private parts(row: GridRow, context: GridContext): HTMLElement[] {
    if (row.kind === 'bone') return [bone(row.number)];
    if (row.kind === 'total') return total(row, context);
    const parts = [icon(row.icon), ...name(row, context, () => this.row ?? row)];
    if (row.childCount === 0) return parts;
    return [chevron(row, context), ...parts, text('name-count', String(row.childCount))];
  }
}

/** To readers of the screen the sheet is a tree: each row says how deep it stands, and whether it is open. */
function tellPlace(element: Element | null, row: GridRow): void {
  if (row.kind === 'total' || row.kind === 'bone') return;
  element?.setAttribute('aria-level', String(row.level + 1));
  if (row.childCount > 0) element?.setAttribute('aria-expanded', String(row.expanded));
  else element?.removeAttribute('aria-expanded');
}

function name(row: GridRow, context: GridContext, current: () => GridRow): HTMLElement[] {
  if (isAsset(row)) return [asset(row, context, current)];
  if (row.address !== undefined) return link(row.name, row.address);
  return [text(isAside(row) ? 'name-text name-aside' : 'name-text', row.name)];
}

/** A link by its name with the address behind it, or by the address alone, which is cut in its middle. */
function link(name: string, address: string): HTMLElement[] {
  if (name === address) return [cut('name-text name-cut', address)];
  const label = text('name-text name-label', name);
  label.title = address;
  return [label, cut('name-address name-cut', address)];
}

function cut(className: string, address: string): HTMLElement {
  const { head, tail } = cutAddress(address);
  const scheme = /^https?:\/\//.exec(head)?.[0] ?? '';
  const made = span(className, '');
  made.title = address;
  const start = span('name-head', head.slice(scheme.length));
  made.append(span('name-scheme', scheme), start, span('name-tail', tail));
  return made;
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
  const made = span(className, words);
  made.title = words;
  return made;
}

function span(className: string, words: string): HTMLElement {
  const made = document.createElement('span');
  made.className = className;
  made.textContent = words;
  return made;
}

function icon(name: IconName): HTMLElement {
  const made = document.createElement('span');
  made.className = 'name-icon';
  made.append(drawIcon(name, 15));
  return made;
}

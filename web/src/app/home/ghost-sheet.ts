import { ChangeDetectionStrategy, Component } from '@angular/core';
import { tallyPath } from '../core/tally-marks';

const ROW = 30;
const COLUMN = 96;
const FIRST = 184;

const HEADER = [84, 40, 52, 34, 48, 44, 38];
const LABELS = [112, 74, 128, 96];
const COUNTS = [
  [5, 4, 3, 6, 4, 1],
  [2, 5, 5, 2, 3, 5],
  [2, 8, 5, 4, 3, 6],
  [6, 4, 2, 1, 5, 2],
];

/** A faint sheet with tallies instead of figures: what will be here. */
@Component({
  selector: 'ts-ghost-sheet',
  template: `
    <svg width="760" height="150" viewBox="0 0 760 150" fill="none" aria-hidden="true">
      <rect width="760" height="30" fill="var(--surface-header)" />
      <g fill="var(--line-strong)">
        @for (bar of bars; track $index) {
          <rect [attr.x]="bar.x" [attr.y]="bar.y" [attr.width]="bar.width" height="8" rx="2" />
        }
      </g>
      <path [attr.d]="lines" stroke="var(--line-subtle)" />
      <rect
        x="279"
        y="59"
        width="97"
        height="31"
        fill="var(--selection-fill)"
        stroke="var(--accent)"
        stroke-width="2"
      />
      <g stroke-width="2" stroke-linecap="round">
        <path [attr.d]="others" stroke="var(--chart-other)" stroke-opacity="0.55" />
        <path [attr.d]="chosen" stroke="var(--accent)" />
      </g>
    </svg>
  `,
  styles: `
    :host {
      display: block;
      overflow: hidden;
    }
    svg {
      display: block;
      border-top: 1px solid var(--line-strong);
      border-left: 1px solid var(--line-strong);
      border-radius: 8px 0 0 0;
      mask-image: linear-gradient(90deg, #000 60%, transparent), linear-gradient(#000 55%, transparent);
      mask-composite: intersect;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class GhostSheet {
  readonly bars = [
    ...HEADER.map((width, column) => ({ x: column === 0 ? 16 : columnX(column - 1) + 14, y: 11, width })),
    ...LABELS.map((width, row) => ({ x: 16, y: (row + 1) * ROW + 11, width })),
  ];
  readonly lines = [
    ...[1, 2, 3, 4].map((row) => `M0 ${row * ROW - 0.5}H760`),
    ...[0, 1, 2, 3, 4, 5].map((column) => `M${columnX(column) - 0.5} 0V150`),
  ].join('');
  readonly chosen = tallyPath(columnX(1) + 16, 2 * ROW + 9, 5);
  readonly others = COUNTS.flatMap((counts, row) =>
    counts.map((count, column) =>
      row === 1 && column === 1 ? '' : tallyPath(columnX(column) + 16, (row + 1) * ROW + 9, count),
    ),
  ).join('');
}

function columnX(column: number): number {
  return FIRST + column * COLUMN;
}

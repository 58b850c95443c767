import { ChangeDetectionStrategy, Component } from '@angular/core';
import { tallyPath } from '../core/tally-marks';

/** Where tallies stand on the empty sheet behind the sign-in box: column, row, count. */
const TALLIES = [
  [1, 5, 5],
  [2, 11, 3],
  [1, 17, 5],
  [3, 22, 2],
  [0, 25, 4],
  [3, 3, 1],
  [11, 4, 4],
  [12, 9, 5],
  [13, 15, 2],
  [11, 20, 5],
  [12, 25, 3],
  [13, 6, 1],
  [10, 27, 5],
  [3, 14, 4],
] as const;

const ROWS = 31;
const COLUMNS = 16;

/** A faint empty sheet with a few tallies, edge to edge. */
@Component({
  selector: 'ts-sign-in-backdrop',
  template: `
    <svg viewBox="0 0 1440 900" preserveAspectRatio="xMidYMid slice" fill="none" aria-hidden="true">
      <path [attr.d]="lines" stroke="var(--line-subtle)" />
      <path [attr.d]="marks" stroke="var(--line-strong)" stroke-width="2" stroke-linecap="round" />
    </svg>
  `,
  styles: `
    :host,
    svg {
      position: absolute;
      inset: 0;
      width: 100%;
      height: 100%;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignInBackdrop {
  readonly lines = [
    ...Array.from({ length: ROWS }, (_, row) => `M0 ${row * 30 + 0.5}H1440`),
    ...Array.from({ length: COLUMNS }, (_, column) => `M${column * 96 + 0.5} 0V900`),
  ].join('');
  readonly marks = TALLIES.map(([column, row, count]) => tallyPath(column * 96 + 18, row * 30 + 9, count)).join('');
}

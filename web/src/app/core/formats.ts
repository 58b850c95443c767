import { inject, Injectable } from '@angular/core';
import type { CellValue, Unit } from '@tallysheet/contract';
import * as values from './format-values';
import { Messages } from './messages';
import { WorkspaceStore } from './workspace';

/** Numbers, days and times written as the reader's language writes them; times are in the workspace's zone unless told. */
@Injectable({ providedIn: 'root' })
export class Formats {
  private readonly messages = inject(Messages);
  private readonly workspace = inject(WorkspaceStore);

  count(n: number): string {
    return values.formatCount(this.messages.language(), n);
  }

  rate(rate: number, digits?: number): string {
    return values.formatRate(this.messages.language(), rate, digits);
  }

  value(value: CellValue, unit: Unit, timeZone = this.workspace.timeZone()): string {
    return values.formatValue(this.messages.language(), value, unit, timeZone);
  }

  change(value: CellValue, unit: Unit): string {
    return values.formatChange(this.messages.language(), value, unit);
  }

  exact(value: CellValue, unit: Unit, timeZone = this.workspace.timeZone()): string {
    return values.formatExact(this.messages.language(), value, unit, timeZone);
  }

  day(day: string): string {
    return values.formatDay(this.messages.language(), day);
  }

  dayRange(from: string, to: string): string {
    return values.formatDayRange(this.messages.language(), from, to);
  }

  instant(iso: string, timeZone = this.workspace.timeZone()): string {
    return values.formatInstant(this.messages.language(), iso, timeZone);
  }

  clock(iso: string, timeZone = this.workspace.timeZone()): string {
    return values.formatClock(iso, timeZone);
  }

  bytes(n: number): string {
    return values.formatBytes(this.messages.language(), n);
  }
}

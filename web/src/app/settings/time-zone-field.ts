import { CdkConnectedOverlay, CdkOverlayOrigin } from '@angular/cdk/overlay';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { Icon } from '../core/icon';
import { Messages } from '../core/messages';
import { findZones, zoneName, zoneOffset } from './time-zones';

/** A time zone chosen from the list of all, found by typing a city. */
@Component({
  selector: 'ts-time-zone-field',
  imports: [CdkConnectedOverlay, CdkOverlayOrigin, Icon],
  templateUrl: './time-zone-field.html',
  styleUrl: './time-zone-field.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TimeZoneField {
  readonly inputId = input.required<string>();
  readonly zone = input.required<string>();
  readonly invalid = input(false);
  readonly describedBy = input<string>();
  readonly zoneChange = output<string>();

  readonly messages = inject(Messages);
  private readonly host: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly list = viewChild<ElementRef<HTMLElement>>('list');

  /** What is typed; null while the chosen zone stands in the field. */
  readonly typed = signal<string | null>(null);
  readonly open = signal(false);
  readonly active = signal(0);
  readonly shown = computed(() => this.typed() ?? zoneName(this.zone()));
  readonly offset = computed(() => zoneOffset(this.zone()));
  readonly zones = computed(() => (this.open() ? findZones(this.typed() ?? '') : []));
  readonly width = signal(0);

  constructor() {
    effect(() => {
      const options = this.list()?.nativeElement.querySelectorAll('[role=option]');
      options?.[this.active()]?.scrollIntoView({ block: 'nearest' });
    });
  }

  type(text: string): void {
    this.typed.set(text);
    this.active.set(0);
    this.show();
  }

  show(): void {
    if (this.open()) return;
    this.width.set(this.host.offsetWidth);
    this.open.set(true);
    if (this.typed() === null)
      this.active.set(
        Math.max(
          0,
          this.zones().findIndex((zone) => zone.id === this.zone()),
        ),
      );
  }

  choose(id: string): void {
    this.close();
    if (id !== this.zone()) this.zoneChange.emit(id);
  }

  /** Closes without a choice: the chosen zone stands again. */
  close(): void {
    this.open.set(false);
    this.typed.set(null);
  }

  onKey(event: KeyboardEvent): void {
    const last = this.zones().length - 1;
    switch (event.key) {
      case 'ArrowDown':
        if (this.open()) this.active.update((index) => Math.min(last, index + 1));
        else this.show();
        break;
      case 'ArrowUp':
        this.active.update((index) => Math.max(0, index - 1));
        break;
      case 'Enter': {
        const zone = this.zones()[this.active()];
        if (!this.open() || !zone) return;
        this.choose(zone.id);
        break;
      }
      case 'Escape':
        if (!this.open()) return;
        this.close();
        break;
      default:
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  }
}

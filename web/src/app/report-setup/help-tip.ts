import { Overlay, type OverlayRef } from '@angular/cdk/overlay';
import { ComponentPortal } from '@angular/cdk/portal';
import { ChangeDetectionStrategy, Component, inject, Injectable, input, type OnDestroy } from '@angular/core';

const HOVER_MS = 400;

/** A short text about a thing: what it is called, its rule in symbols, and what that means. */
export interface Help {
  title: string;
  rule: string;
  text: string;
}

/** The dark card that says it. */
@Component({
  selector: 'ts-help-card',
  template: `
    <div class="tooltip" role="tooltip">
      <div class="tooltip-title">{{ help().title }}</div>
      @if (help().rule) {
        <div>{{ help().rule }}</div>
      }
      <div class="tooltip-sub">{{ help().text }}</div>
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HelpCard {
  readonly help = input.required<Help>();
}

/** Shows one help card at a time beside what is pointed at or focused. Readers of the screen have it by `aria-describedby`. */
@Injectable({ providedIn: 'root' })
export class HelpTip implements OnDestroy {
  private readonly overlay = inject(Overlay);
  private shown: OverlayRef | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** Shows it at once, or after the pointer has rested. */
  show(anchor: HTMLElement, help: Help, afterRest: boolean, side: 'below' | 'beside' = 'below'): void {
    this.hide();
    this.timer = setTimeout(() => this.attach(anchor, help, side), afterRest ? HOVER_MS : 0);
  }

  hide(): void {
    clearTimeout(this.timer);
    this.shown?.dispose();
    this.shown = null;
  }

  ngOnDestroy(): void {
    this.hide();
  }

  private attach(anchor: HTMLElement, help: Help, side: 'below' | 'beside'): void {
    if (!anchor.isConnected) return;
    const below = { originX: 'center', originY: 'bottom', overlayX: 'center', overlayY: 'top', offsetY: 6 } as const;
    const above = { originX: 'center', originY: 'top', overlayX: 'center', overlayY: 'bottom', offsetY: -6 } as const;
    const left = { originX: 'start', originY: 'center', overlayX: 'end', overlayY: 'center', offsetX: -8 } as const;
    const positionStrategy = this.overlay
      .position()
      .flexibleConnectedTo(anchor)
      .withViewportMargin(8)
      .withPush(true)
      .withPositions(side === 'below' ? [below, above] : [left, below, above]);
    this.shown = this.overlay.create({ positionStrategy, scrollStrategy: this.overlay.scrollStrategies.close() });
    this.shown.overlayElement.style.pointerEvents = 'none';
    this.shown.attach(new ComponentPortal(HelpCard)).setInput('help', help);
  }
}

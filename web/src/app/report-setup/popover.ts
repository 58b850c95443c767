import { CdkTrapFocus } from '@angular/cdk/a11y';
import { Overlay, type OverlayRef, type PositionStrategy } from '@angular/cdk/overlay';
import { TemplatePortal } from '@angular/cdk/portal';
import {
  type AfterViewInit,
  ChangeDetectionStrategy,
  Component,
  inject,
  input,
  type OnDestroy,
  output,
  type TemplateRef,
  viewChild,
  ViewContainerRef,
} from '@angular/core';
import { PHONE } from './viewport';

/**
 * Paper beside the control that opened it, for as long as it is in the template; on a phone it comes up from below.
 * A click elsewhere and Esc close it, and the focus goes back to where it was.
 */
@Component({
  selector: 'ts-popover',
  imports: [CdkTrapFocus],
  template: `
    <ng-template #paper>
      <div
        class="popover paper"
        role="dialog"
        cdkTrapFocus
        [cdkTrapFocusAutoCapture]="true"
        [attr.aria-label]="label()"
      >
        <ng-content />
      </div>
    </ng-template>
  `,
  styles: `
    .paper {
      width: 100%;
      max-height: 100%;
      overflow: auto;
      box-shadow: var(--elev-3);
    }
    @media (max-width: 599.98px) {
      .paper {
        border-radius: var(--radius-lg) var(--radius-lg) 0 0;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Popover implements AfterViewInit, OnDestroy {
  private readonly overlay = inject(Overlay);
  private readonly container = inject(ViewContainerRef);
  private readonly paper = viewChild.required<TemplateRef<unknown>>('paper');
  private opened: OverlayRef | null = null;

  readonly origin = input.required<HTMLElement>();
  readonly label = input.required<string>();
  readonly width = input.required<number>();
  readonly alignEnd = input(false);
  readonly closed = output<void>();

  ngAfterViewInit(): void {
    const phone = globalThis.matchMedia?.(PHONE).matches ?? false;
    const overlay = this.overlay.create({
      positionStrategy: phone ? this.overlay.position().global().bottom('0').left('0') : this.beside(),
      width: phone ? '100%' : this.width(),
      maxWidth: phone ? '100%' : 'calc(100vw - 16px)',
      maxHeight: phone ? '86dvh' : 'calc(100dvh - 16px)',
      hasBackdrop: true,
      backdropClass: phone ? 'dialog-scrim' : 'cdk-overlay-transparent-backdrop',
      scrollStrategy: this.overlay.scrollStrategies.block(),
    });
    overlay.backdropClick().subscribe(() => this.closed.emit());
    overlay.keydownEvents().subscribe((event) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      this.closed.emit();
    });
    overlay.attach(new TemplatePortal(this.paper(), this.container));
    this.opened = overlay;
  }

  ngOnDestroy(): void {
    this.opened?.dispose();
  }

  private beside(): PositionStrategy {
    const x = this.alignEnd() ? ('end' as const) : ('start' as const);
    return this.overlay
      .position()
      .flexibleConnectedTo(this.origin())
      .withViewportMargin(8)
      .withPush(true)
      .withFlexibleDimensions(false)
      .withPositions([
        { originX: x, originY: 'bottom', overlayX: x, overlayY: 'top', offsetY: 6 },
        { originX: x, originY: 'top', overlayX: x, overlayY: 'bottom', offsetY: -6 },
      ]);
  }
}

import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  ElementRef,
  inject,
  input,
  signal,
} from '@angular/core';
import { DomSanitizer } from '@angular/platform-browser';
import { frameLayout, type Room } from './frame-layout';

/**
 * The safe document of an email, in a frame that may do nothing: no scripts, no own origin, no forms, no navigation.
 * A mail for wide screens is drawn smaller where there is less room, as mail readers do.
 */
@Component({
  selector: 'ts-mail-frame',
  template: `
    @if (layout(); as size) {
      <div
        class="paper"
        [class.phone]="view() === 'phone'"
        [style.width.px]="size.width * size.scale"
        [style.height.px]="size.height * size.scale"
      >
        <!-- A new frame for each address: one frame with changing addresses would fill the browser's history. -->
        @for (frame of [{ address: url() }]; track frame.address) {
          <iframe
            sandbox=""
            referrerpolicy="no-referrer"
            [src]="trusted()"
            [title]="label()"
            [style.width.px]="size.width"
            [style.height.px]="size.height"
            [style.transform]="size.scale < 1 ? 'scale(' + size.scale + ')' : null"
          ></iframe>
        }
      </div>
    }
  `,
  styleUrl: './mail-frame.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MailFrame {
  readonly url = input.required<string>();
  readonly view = input.required<'desktop' | 'phone'>();
  readonly label = input.required<string>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly sanitizer = inject(DomSanitizer);
  private readonly room = signal<Room | null>(null);

  /** The address is the server's own preview; the frame's sandbox holds whatever it answers. */
  readonly trusted = computed(() => this.sanitizer.bypassSecurityTrustResourceUrl(this.url()));
  readonly layout = computed(() => {
    const room = this.room();
    return room && frameLayout(this.view(), room);
  });

  constructor() {
    const observer = new ResizeObserver(([entry]) => {
      if (entry) this.room.set({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    observer.observe(this.host);
    inject(DestroyRef).onDestroy(() => observer.disconnect());
  }
}

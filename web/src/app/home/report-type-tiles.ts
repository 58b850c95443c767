import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Catalogue } from '../core/catalogue';
import { Icon } from '../core/icon';
import { Messages } from '../core/messages';
import { ProblemText } from '../core/problem-text';

/** A tile per report type; each opens an unsaved report of the whole workspace. */
@Component({
  selector: 'ts-report-type-tiles',
  imports: [Icon, RouterLink],
  template: `
    @for (type of catalogue.types(); track type.id) {
      <a class="card tile" routerLink="/reports/new" [queryParams]="{ type: type.id }">
        <ts-icon name="report" [size]="20" />
        <span class="words">
          <b>{{ type.label }}</b>
          <small>{{ type.help }}</small>
        </span>
        <span class="go">{{ messages.t('home.start') }}<ts-icon name="arrow-right" [size]="14" /></span>
      </a>
    } @empty {
      @if (catalogue.error(); as error) {
        <p class="notice notice-negative" role="alert">
          <ts-icon name="circle-alert" /><span>{{ problems.of(error) }}</span>
          <button type="button" class="link again" (click)="catalogue.reload()">
            {{ messages.t('shell.try-again') }}
          </button>
        </p>
      } @else {
        <span class="card tile bone" aria-hidden="true"></span>
      }
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(260px, 1fr));
      gap: 12px;
    }
    .tile {
      display: flex;
      flex-direction: column;
      align-items: start;
      gap: 10px;
      min-height: 148px;
      padding: 16px 18px 14px;
      transition: box-shadow var(--dur-1) var(--ease-out);
    }
    a.tile:hover {
      box-shadow: 0 0 0 1px var(--accent-line);
    }
    a.tile:focus-visible {
      border-radius: var(--radius-lg);
      box-shadow: var(--focus-ring);
    }
    .tile > ts-icon,
    .go {
      color: var(--accent-text);
    }
    b,
    small {
      display: block;
    }
    b {
      font-size: 14px;
    }
    small {
      margin-top: 2px;
      color: var(--text-muted);
      font-size: 12.5px;
      line-height: 18px;
    }
    .words {
      flex: 1;
    }
    .go {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      font-size: 12.5px;
      font-weight: var(--weight-medium);
    }
    .again {
      margin-left: auto;
    }
    .notice {
      grid-column: 1 / -1;
    }
    @media (max-width: 599.98px) {
      :host {
        grid-template-columns: 1fr;
        gap: 8px;
      }
      .tile {
        flex-direction: row;
        align-items: center;
        gap: 14px;
        min-height: 64px;
        padding: 12px 14px;
      }
      .go {
        font-size: 0;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReportTypeTiles {
  readonly catalogue = inject(Catalogue);
  readonly messages = inject(Messages);
  readonly problems = inject(ProblemText);
}

import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { Router } from '@angular/router';
import { LANGUAGES } from '@tallysheet/contract';
import { ApiProblem } from '../core/api-problem';
import { Icon } from '../core/icon';
import { Messages } from '../core/messages';
import { ProblemText } from '../core/problem-text';
import { Theme } from '../core/theme';
import { Brand } from '../shell/brand';
import { Session } from './session';
import { SignInBackdrop } from './sign-in-backdrop';

/** The door of an installation that asks for its access token. */
@Component({
  selector: 'ts-sign-in-page',
  imports: [Brand, Icon, SignInBackdrop],
  templateUrl: './sign-in-page.html',
  styleUrl: './sign-in-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignInPage {
  private readonly problems = inject(ProblemText);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  readonly messages = inject(Messages);
  readonly languages = LANGUAGES;
  readonly languageNames = { en: 'shell.language.en', fr: 'shell.language.fr' } as const;

  /** The address that was asked for before signing in. */
  readonly from = input<string>();

  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');
  readonly token = signal('');
  readonly visible = signal(false);
  readonly busy = signal(false);
  private readonly tried = signal(false);
  private readonly problem = signal<unknown>(null);
  readonly error = computed(() => {
    const problem = this.problem();
    if (problem instanceof ApiProblem && problem.code === 'unauthorized')
      return this.messages.t('accounts.token-wrong');
    if (problem) return this.problems.of(problem);
    return this.tried() && !this.token().trim() ? this.messages.t('accounts.token-missing') : null;
  });

  constructor() {
    inject(Theme);
    // The page has one thing to do.
    afterNextRender(() => this.field().nativeElement.focus());
  }

  type(token: string): void {
    this.problem.set(null);
    this.token.set(token);
  }

  async signIn(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    const token = this.token().trim();
    if (!token || this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.session.signIn(token);
      await this.router.navigateByUrl(ownAddress(this.from()));
    } catch (error) {
      this.problem.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}

/** Only an address of this application: a crafted link must not lead elsewhere after signing in. */
function ownAddress(from: string | undefined): string {
  return from && /^\/(?![/\\])/.test(from) ? from : '/';
}

import { ChangeDetectionStrategy, Component, computed, DestroyRef, inject, signal } from '@angular/core';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { type Link, LINK_TYPES, type LinkType } from '@tallysheet/contract';
import { Api } from '../../core/api';
import { ApiProblem } from '../../core/api-problem';
import { Dialogs } from '../../core/dialog/dialogs';
import { Formats } from '../../core/formats';
import { Icon } from '../../core/icon';
import { Messages } from '../../core/messages';
import { ProblemText } from '../../core/problem-text';
import { Toasts } from '../../core/toasts';
import { WorkspaceStore } from '../../core/workspace';
import { Rebuilding } from '../../settings/rebuilding';
import { AppBar } from '../../shell/app-bar';
import { DataTabs } from '../data-tabs';
import { LinkDialog, type LinkToName } from './link-dialog';
import { LinkList } from './link-list';
import { isMalformed, wordsOf } from './link-words';

/** Typing rests this long before it is searched for. */
const REST_MS = 250;

/** Every link that people clicked: what it is called, and whether a click on it is one. */
@Component({
  selector: 'ts-links-page',
  imports: [AppBar, DataTabs, Icon, RouterLink],
  providers: [LinkList, Rebuilding],
  templateUrl: './links-page.html',
  styleUrl: './links-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LinksPage {
  readonly messages = inject(Messages);
  readonly problems = inject(ProblemText);
  readonly rebuilding = inject(Rebuilding);
  readonly list = inject(LinkList);
  private readonly api = inject(Api);
  private readonly dialogs = inject(Dialogs);
  private readonly formats = inject(Formats);
  private readonly route = inject(ActivatedRoute);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly workspace = inject(WorkspaceStore);
  private timer: ReturnType<typeof setTimeout> | undefined;

  readonly types = LINK_TYPES;
  /** What stands in the search field; the address of the page says it too. */
  readonly search = signal(this.route.snapshot.queryParamMap.get('search') ?? '');
  /** Set once the server has said that this reader may only look. */
  readonly mayOnlyLook = signal(false);
  readonly crumbs = computed(() => (this.workspace.name() ? [{ label: this.workspace.name() }] : []));
  readonly lines = computed(() =>
    this.list.links()?.map((link) => ({
      link,
      ...wordsOf(link, this.messages),
      hint: isMalformed(link) ? this.messages.t('data.links.malformed-hint') : '',
      clicks: this.formats.count(link.totalClicks),
    })),
  );

  constructor() {
    void this.reload();
    void this.followRecount();
    this.rebuilding.whenDone(() => void this.list.recount());
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.timer);
      this.rebuilding.stop();
    });
  }

  reload(): Promise<void> {
    return this.list.find(this.search().trim());
  }

  /** Takes over what is typed; it is searched for when typing rests. */
  type(text: string): void {
    this.search.set(text);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.find(), REST_MS);
  }

  clear(): void {
    this.search.set('');
    void this.find();
  }

  /** Says what a link is for; the toast takes it back. */
  async retype(link: Link, value: string, field?: HTMLSelectElement): Promise<void> {
    const type = LINK_TYPES.find((known) => known === value);
    if (!type || type === link.type) return;
    try {
      const changed = await this.api.updateLink(link.id, { type });
      this.list.replace(changed);
      this.rebuilding.follow({ rebuilding: true });
      this.toasts.show({
        text: this.messages.t(`data.links.now.${type}`),
        action: { label: this.messages.t('shell.undo'), run: () => this.retype(changed, link.type) },
      });
    } catch (error) {
      // The field shows what was chosen until it is put back: nothing has changed.
      if (field) field.value = link.type;
      if (error instanceof ApiProblem && error.code === 'forbidden') this.mayOnlyLook.set(true);
      else this.toasts.show({ text: this.problems.of(error) });
    }
  }

  async edit(link: Link): Promise<void> {
    const known = this.list.links()?.flatMap(({ category }) => category ?? []) ?? [];
    const categories = [...new Set(known)].sort((a, b) => a.localeCompare(b));
    const changed = await this.dialogs.open<Link, LinkToName>(LinkDialog, { link, categories }, 'small');
    if (changed) this.list.replace(changed);
  }

  typeName(type: LinkType): string {
    return this.messages.t(`data.links.type.${type}`);
  }

  private async find(): Promise<void> {
    clearTimeout(this.timer);
    const search = this.search().trim() || null;
    await this.router.navigate([], { relativeTo: this.route, queryParams: { search }, replaceUrl: true });
    await this.reload();
  }

  private async followRecount(): Promise<void> {
    try {
      this.rebuilding.follow(await this.api.settings());
    } catch {
      // Whether something is being recounted is a courtesy; the list says what fails.
    }
  }
}

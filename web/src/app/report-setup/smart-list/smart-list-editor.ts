import { LiveAnnouncer } from '@angular/cdk/a11y';
import { computed, inject, Injectable, signal } from '@angular/core';
import type { Match, SavedSmartList, SmartList } from '@tallysheet/contract';
import { ApiProblem } from '../../core/api-problem';
import { Messages } from '../../core/messages';
import { ProblemText } from '../../core/problem-text';
import {
  draftAt,
  draftOf,
  type FocusPlace,
  type GroupDraft,
  listOf,
  newGroup,
  newRule,
  placeAfter,
  type RuleKind,
  type SingleRule,
  singleRules,
  withAdded,
  withMatch,
  withMoved,
  withOnly,
  withRemoved,
  withRule,
} from './model/rule-draft';
import { faultsOf, isFinished } from './model/rule-faults';
import { PersonAttributes } from './person-attributes';
import { SmartListApi } from './smart-list-api';
import { countWhileWritten } from './smart-list-count';

/** What is wrong with a rule, in words, and which of its fields is meant. */
export interface RuleError {
  field: string;
  words: string;
}

/** Where the rules stand in a question to the server. */
const PLACE = 'smartList.';
const EMPTY: SmartList = { match: 'all', rules: [] };

/** A smart list while it is written: its rules, what is wrong with them, how many people are in it, where the focus goes. */
@Injectable()
export class SmartListEditor {
  private readonly announcer = inject(LiveAnnouncer);
  private readonly api = inject(SmartListApi);
  private readonly attributes = inject(PersonAttributes);
  private readonly messages = inject(Messages);
  private readonly problems = inject(ProblemText);
  private readonly draft = signal<GroupDraft>(draftOf(EMPTY));
  /** Whether somebody tried to use the list: from then on what is missing is said. */
  private readonly tried = signal(false);
  private readonly place = signal<FocusPlace | null>(null);

  readonly root = this.draft.asReadonly();
  /** Where the focus belongs after a rule came, went or moved. */
  readonly focusWanted = this.place.asReadonly();
  /** The saved list whose rules these are. */
  readonly opened = signal<SavedSmartList | null>(null);
  readonly list = computed(() => listOf(this.root()));
  readonly isEmpty = computed(() => this.root().rules.length === 0);
  private readonly faults = computed(() => faultsOf(this.root(), this.attributes.typeOf));
  readonly unfinished = computed(() => this.faults().size > 0);
  private readonly finished = computed(() =>
    withOnly(this.root(), (draft) => isFinished(draft, this.attributes.typeOf)),
  );
  readonly counted = countWhileWritten(
    computed(() => listOf(this.finished())),
    (list, signal) => this.api.count(list, signal),
  );
  /** What is wrong with each rule, by its key. */
  readonly errors = computed<ReadonlyMap<number, RuleError>>(() => {
    const found = new Map<number, RuleError>();
    const { problem } = this.counted();
    if (problem instanceof ApiProblem && problem.path?.startsWith(PLACE)) {
      // What is asked next has no problem yet: this one is about the rules as they are.
      const { key, field } = draftAt(this.finished(), problem.path.slice(PLACE.length));
      found.set(key, { field, words: this.problems.of(problem) });
    }
    if (this.tried()) {
      for (const [key, { field, message }] of this.faults()) found.set(key, { field, words: this.messages.t(message) });
    }
    return found;
  });

  start(list: SmartList | undefined): void {
    this.draft.set(draftOf(list ?? EMPTY));
    this.tried.set(false);
  }

  /** Takes up the rules of a saved list. */
  open(saved: SavedSmartList): void {
    this.opened.set(saved);
    this.start(saved.smartList);
  }

  add(groupKey: number, kind: RuleKind | 'group'): void {
    const added = kind === 'group' ? newGroup() : newRule(kind);
    this.draft.update((root) => withAdded(root, groupKey, added));
    this.place.set({ rule: added.key });
  }

  change(key: number, rule: SingleRule): void {
    this.draft.update((root) => withRule(root, key, rule));
  }

  match(groupKey: number, match: Match): void {
    this.draft.update((root) => withMatch(root, groupKey, match));
  }

  remove(key: number): void {
    this.place.set(placeAfter(this.root(), key));
    this.draft.update((root) => withRemoved(root, key));
    void this.announcer.announce(this.messages.t('smart.removed'));
  }

  move(key: number, by: -1 | 1): void {
    this.draft.update((root) => withMoved(root, key, by));
    this.place.set({ rule: key });
  }

  /** The list if it can be used as it is; else what is wrong is said and the first such rule takes the focus. */
  ready(): SmartList | null {
    this.tried.set(true);
    const errors = this.errors();
    const wrong = singleRules(this.root()).find(({ key }) => errors.has(key));
    if (wrong) this.place.set({ rule: wrong.key });
    return wrong || errors.has(this.root().key) ? null : this.list();
  }
}

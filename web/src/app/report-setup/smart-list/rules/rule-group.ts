import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { MATCHES } from '@tallysheet/contract';
import { Icon } from '../../../core/icon';
import { Messages } from '../../../core/messages';
import { type Draft, type GroupDraft, isGroup, type RuleDraft, type RuleKind } from '../model/rule-draft';
import { SmartListEditor } from '../smart-list-editor';
import { RuleLine } from './rule-line';

/** Rules that go together, how they do, and what adds another; a group can stand in a group. */
@Component({
  selector: 'ts-rule-group',
  imports: [Icon, RuleLine],
  templateUrl: './rule-group.html',
  styleUrl: './rule-group.css',
  host: { role: 'group', '[attr.aria-label]': 'label()', '[attr.data-rule]': 'nested() ? group().key : null' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RuleGroup {
  readonly editor = inject(SmartListEditor);
  readonly messages = inject(Messages);
  readonly group = input.required<GroupDraft>();
  readonly nested = input(false);

  readonly matches = MATCHES;
  readonly kinds: readonly { kind: RuleKind | 'group'; label: `smart.add-${RuleKind | 'group'}` }[] = [
    { kind: 'attribute', label: 'smart.add-attribute' },
    { kind: 'activity', label: 'smart.add-activity' },
    { kind: 'list', label: 'smart.add-list' },
    { kind: 'group', label: 'smart.add-group' },
  ];

  label(): string {
    const { match } = this.group();
    const words = [
      this.messages.t(this.nested() ? 'smart.intro.group' : 'smart.intro'),
      this.messages.t(`smart.match.${match}`),
      this.messages.t('smart.match.holds', { match }),
    ];
    return words.join(' ');
  }

  groupOf(draft: Draft): GroupDraft | null {
    return isGroup(draft) ? draft : null;
  }

  ruleOf(draft: Draft): RuleDraft | null {
    return isGroup(draft) ? null : draft;
  }
}

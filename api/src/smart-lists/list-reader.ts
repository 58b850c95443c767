import {
  SMART_LIST_DEPTH,
  SMART_LIST_RULES,
  TallysheetError,
  type ActivityRule,
  type ListRule,
  type SmartList,
  type SmartListRule,
} from '@tallysheet/contract';
import { resolveTimeFrame, type FrameContext } from '@tallysheet/report-model';
import type { ActivityTest, AttributeTest, GroupTest, ListTest } from '../reports/compile/list-test';
import { readAttributeRule } from './attribute-rule';
import type { ListNames } from './list-names';

/** Where a rule stands: its path in the request, and the saved lists that it is read for, the innermost last. */
interface Place {
  path: string;
  depth: number;
  within: readonly string[];
}

/** Reads a smart list into tests: finds what it names, puts saved lists in their place, and turns dates into instants. */
export class ListReader {
  private rules = 0;

  constructor(
    private readonly names: ListNames,
    private readonly calendar: FrameContext,
  ) {}

  /**
   * `id` is the list's own, if it was saved: it must not stand in itself. Throws `unknown-attribute`, `operator-not-for-type`,
   * `value-not-for-type`, `range-upside-down`, `unknown-smart-list`, `smart-list-in-itself`, `smart-list-too-deep`,
   * `smart-list-too-long`, `link-not-clicked`, each with the rule's place.
   */
  read(list: SmartList, id?: string): Promise<GroupTest> {
    return this.group(list, { path: 'smartList', depth: 1, within: id === undefined ? [] : [id] });
  }

  private async group({ match, rules }: SmartList, place: Place): Promise<GroupTest> {
    if (place.depth > SMART_LIST_DEPTH) {
      throw new TallysheetError('smart-list-too-deep', { limit: SMART_LIST_DEPTH }, place.path);
    }
    const tests: ListTest[] = [];
    for (const [at, rule] of rules.entries()) {
      tests.push(await this.test(rule, { ...place, path: `${place.path}.rules.${at}` }));
    }
    return { kind: 'group', match, tests };
  }

  private async test(rule: SmartListRule, place: Place): Promise<ListTest> {
    if ('rules' in rule) return this.group(rule, { ...place, depth: place.depth + 1 });
    if ('list' in rule) return this.savedList(rule, place);
    this.rules += 1;
    if (this.rules > SMART_LIST_RULES) {
      throw new TallysheetError('smart-list-too-long', { limit: SMART_LIST_RULES }, place.path);
    }
    return 'attribute' in rule ? this.attribute(rule, place) : this.activity(rule, place);
  }

  private async savedList({ list: id, not }: ListRule, place: Place): Promise<GroupTest> {
    const saved = await this.names.list(id);
    const path = `${place.path}.list`;
    if (!saved) throw new TallysheetError('unknown-smart-list', { list: id }, path);
    if (place.within.includes(id)) throw new TallysheetError('smart-list-in-itself', { name: saved.name }, path);
    const inside = { path, depth: place.depth + 1, within: [...place.within, id] };
    const group = await this.group(saved.smartList, inside).catch((error: unknown) => {
      // What is wrong in a saved list is told at the rule that names it.
      throw error instanceof TallysheetError ? new TallysheetError(error.code, error.params, path) : error;
    });
    return not ? { kind: 'group', match: 'none', tests: [group] } : group;
  }

  private async attribute(
    rule: Extract<SmartListRule, { attribute: string }>,
    { path }: Place,
  ): Promise<AttributeTest> {
    const known = await this.names.attribute(rule.attribute);
    if (!known) throw new TallysheetError('unknown-attribute', { attribute: rule.attribute }, `${path}.attribute`);
    return readAttributeRule(rule, known, this.calendar, path);
  }

  private async activity(rule: ActivityRule, { path }: Place): Promise<ActivityTest> {
    const { did, not = false, atLeast = 1, timeFrame, programs, campaigns, assets, link } = rule;
    if (link !== undefined && did !== 'clicked') throw new TallysheetError('link-not-clicked', { did }, `${path}.link`);
    const { from, to } = timeFrame ? resolveTimeFrame(timeFrame, this.calendar) : { from: null, to: null };
    const links = link === undefined ? null : await this.names.linksWith(link);
    return { kind: 'activity', did, not, atLeast, frame: { from, to }, programs, campaigns, assets, links };
  }
}

import type { ActivityRule, AttributeRule, Language, SmartList, SmartListRule, TimeFrame } from '@tallysheet/contract';
import { format, type MessageKey, type MessageParams } from '@tallysheet/messages';
import { formatDay } from '../../../core/format-values';
import { type Scalar, shapeOf } from './operators';
import type { TypeOf } from './rule-faults';

/** What a rule is told with: the reader's language, and the names behind its ids. */
export interface Names {
  language: Language;
  typeOf: TypeOf;
  node(kind: 'program' | 'campaign' | 'asset', id: string): string;
  /** Undefined once the list is gone. */
  list(id: string): string | undefined;
}

/** More names than this are counted, not told. */
const TOLD = 5;

/** A smart list in words, on one line: "Country is France or Belgium · opened in the last 30 days". */
export function listWords(list: SmartList, names: Names): string {
  return new Telling(names).list(list);
}

class Telling {
  constructor(private readonly names: Names) {}

  list({ match, rules }: SmartList): string {
    if (rules.length === 0) return this.t('smart.says.everybody');
    const told = rules.map((rule) => this.rule(rule)).join(' · ');
    if (match === 'none') return this.t('smart.says.none-of', { rules: told });
    return match === 'all' || rules.length === 1 ? told : this.t('smart.says.any-of', { rules: told });
  }

  private rule(rule: SmartListRule): string {
    if ('match' in rule) return `(${this.list(rule)})`;
    if ('did' in rule) return this.activity(rule);
    if ('attribute' in rule) return this.attribute(rule);
    const name = this.names.list(rule.list) ?? this.t('smart.list.gone');
    return this.t(rule.not ? 'smart.says.not-in-list' : 'smart.says.in-list', { name });
  }

  private attribute(rule: AttributeRule): string {
    const { attribute } = rule;
    const type = this.names.typeOf(attribute);
    if ('unit' in rule) {
      const span = this.t(`smart.span.${rule.unit}`, { count: rule.amount });
      return this.t(`smart.says.${rule.operator}`, { attribute, span });
    }
    const operator = this.t(`smart.operator.${rule.operator}`, { type });
    const operand = this.operand(rule);
    const has = shapeOf(rule.operator) === 'none' ? 'none' : 'some';
    return this.t('smart.says.operator', { attribute, operator, has, operand });
  }

  private operand(rule: Exclude<AttributeRule, { unit: unknown }>): string {
    const type = this.names.typeOf(rule.attribute);
    if ('values' in rule) return this.either(rule.values.map((value) => this.value(value, type)));
    if ('value' in rule) return this.value(rule.value, type);
    if (!('from' in rule)) return '';
    return this.t('smart.says.range', { type, from: this.value(rule.from, type), to: this.value(rule.to, type) });
  }

  private activity({ did, not = false, atLeast = 1, timeFrame, link, ...where }: ActivityRule): string {
    const never = not && atLeast === 1;
    const what = this.what(where, never);
    const does = this.t(never ? `smart.says.not.${did}` : `smart.says.${did}`, {
      has: what === '' ? 'none' : 'some',
      what,
    });
    const often = this.t(not ? 'smart.says.fewer' : 'smart.says.at-least', { count: atLeast });
    return [
      does,
      link === undefined ? '' : this.t('smart.says.link', { link }),
      atLeast === 1 ? '' : often,
      timeFrame === undefined ? '' : this.when(timeFrame),
    ]
      .filter((part) => part !== '')
      .join(' ');
  }

  private what(
    { programs, campaigns, assets }: Pick<ActivityRule, 'programs' | 'campaigns' | 'assets'>,
    never: boolean,
  ): string {
    const named = (kind: 'program' | 'campaign' | 'asset', ids: readonly string[] = []) =>
      ids.length === 0 ? [] : [this.either(ids.map((id) => this.names.node(kind, id)))];
    const of = [...named('campaign', campaigns), ...named('program', programs)];
    const scope = of.reduce(
      (what, within) => (what === '' ? within : this.t('smart.says.within', { what, scope: within })),
      '',
    );
    const [asset] = named('asset', assets);
    if (asset === undefined)
      return scope === '' ? '' : this.t('smart.says.something-of', { scope, not: never ? 'yes' : 'no' });
    return scope === '' ? asset : this.t('smart.says.within', { what: asset, scope });
  }

  private when(frame: TimeFrame): string {
    if ('preset' in frame) return this.t(`smart.when.${frame.preset}`);
    const [from, to] = [frame.from, frame.to].map((day) => formatDay(this.names.language, day));
    return frame.from === frame.to ? this.t('smart.when.day', { day: from }) : this.t('smart.when.days', { from, to });
  }

  private value(value: Scalar, type: string): string {
    if (typeof value === 'boolean') return this.t(value ? 'smart.value.yes' : 'smart.value.no');
    if (typeof value === 'number') {
      return new Intl.NumberFormat(this.names.language, { maximumFractionDigits: 20 }).format(value);
    }
    return type === 'date' ? formatDay(this.names.language, value.slice(0, 10)) : value;
  }

  private either(names: readonly string[]): string {
    const told =
      names.length > TOLD
        ? [...names.slice(0, TOLD - 1), this.t('smart.says.others', { count: names.length - TOLD + 1 })]
        : names;
    return new Intl.ListFormat(this.names.language, { type: 'disjunction' }).format(told);
  }

  private t(key: MessageKey, params?: MessageParams): string {
    return format(this.names.language, key, params);
  }
}

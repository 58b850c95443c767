import {
  isNamedLevel,
  type AttributeType,
  type PersonAttribute,
  type QueryLevel,
  type ReportTypeInfo,
} from '@tallysheet/contract';
import { kindAt } from '@tallysheet/report-model';
import type { IconName } from '../../core/icons';
import { ROW_ICONS } from './row-icons';

/** One thing that rows can be by. */
export interface RowChoice {
  key: string;
  level: QueryLevel;
  icon: IconName;
  name: string;
  /** Of an attribute: what its values are. */
  type: AttributeType | null;
}

/** What a level is by, whatever its dates or numbers stand together by. */
export function choiceKey(level: QueryLevel): string {
  return isNamedLevel(level) ? level : `attribute:${level.attribute.trim().normalize('NFC').toLowerCase()}`;
}

/** What the rows of a type can be by: its own levels, what is known of people, and what they are by now. */
export function rowChoices(
  type: ReportTypeInfo,
  attributes: readonly PersonAttribute[],
  current: readonly QueryLevel[],
  nameOf: (level: QueryLevel) => string,
): RowChoice[] {
  const named = type.groupings.map((level) => ({
    ...{ key: level, level, icon: ROW_ICONS[kindAt(level, type.channel)], name: nameOf(level), type: null },
  }));
  const known = attributes.map((attribute) => choiceOf({ attribute: attribute.name }, attribute.type));
  const keys = new Set(known.map(({ key }) => key));
  const others = current.flatMap((level) =>
    isNamedLevel(level) || keys.has(choiceKey(level)) ? [] : [choiceOf({ attribute: level.attribute }, null)],
  );
  return [...named, ...known, ...others];
}

function choiceOf(level: { attribute: string }, type: AttributeType | null): RowChoice {
  return { key: choiceKey(level), level, icon: ROW_ICONS.attribute, name: level.attribute, type };
}

import {
  CREATED_AT_ATTRIBUTE,
  isNamedLevel,
  levelId,
  plainHeader,
  STATUS_ATTRIBUTES,
  TallysheetError,
  type AttributeLevel,
  type AttributeType,
  type QueryLevel,
  type TimeLevel,
} from '@tallysheet/contract';
import { isTimeLevel } from '@tallysheet/report-model';
import { attributeKey } from '@tallysheet/sources';
import type { PeopleKey } from '../compile/compile-people';

export interface StoredAttribute {
  id: number;
  name: string;
  type: AttributeType;
}

/** What the rows of one level of a sheet of people are. */
export interface PeopleLevel {
  id: string;
  key: PeopleKey;
  /** How dates stand together, when they were created or those of an attribute. */
  unit: TimeLevel | 'year';
  step: number | null;
  type: AttributeType;
}

/** The attribute in which the date of creation of imported people stands, if it holds dates. */
export function createdAttribute(attributes: readonly StoredAttribute[]): number | null {
  const key = attributeKey(CREATED_AT_ATTRIBUTE);
  return attributes.find(({ name, type }) => attributeKey(name) === key && type === 'date')?.id ?? null;
}

/**
 * What the levels of a query mean in a workspace. Throws `unknown-attribute` and `attribute-unit-unfit`; of a type's usual
 * levels one may be unknown, and then nobody has a value.
 */
export function peopleLevels(
  levels: readonly QueryLevel[],
  attributes: readonly StoredAttribute[],
  areUsual: boolean,
): PeopleLevel[] {
  return levels.map((level) => {
    if (isNamedLevel(level)) {
      const unit = isTimeLevel(level) ? level : 'month';
      return { id: level, key: { by: 'created' }, unit, step: null, type: 'date' };
    }
    const found = attributeOf(level, attributes, areUsual);
    if (!found && !areUsual) throw new TallysheetError('unknown-attribute', { attribute: level.attribute }, 'groupBy');
    const { id = null, type = 'text' } = found ?? {};
    if ((level.unit && type !== 'date') || (level.step && type !== 'number')) {
      throw new TallysheetError('attribute-unit-unfit', { attribute: level.attribute, type }, 'groupBy');
    }
    const stored = type === 'boolean' ? 'number' : type;
    const key: PeopleKey = { by: 'attribute', id, type: stored };
    return { id: levelId(level), key, unit: level.unit ?? 'month', step: level.step ?? null, type };
  });
}

/** A status may be called by any of its usual names where a type asks for it, and by its own where a query does. */
function attributeOf(
  { attribute }: AttributeLevel,
  attributes: readonly StoredAttribute[],
  areUsual: boolean,
): StoredAttribute | undefined {
  const named = attributes.find(({ name }) => attributeKey(name) === attributeKey(attribute));
  if (named || !areUsual) return named;
  const names = STATUS_ATTRIBUTES.map((name) => attributes.find((each) => plainHeader(each.name) === name));
  return names.find((found) => found !== undefined);
}

import type { Bounds } from '@tallysheet/report-model';
import type { AttributeTest, ListGround, TextPlace, ValueTest } from './list-test';
import type { CompiledQuery } from './sheet-query';

/** Of whom a value is known that a rule finds: their own, or of somebody who is one with them. */
export function compileAttributeTest({ attributeId, values }: AttributeTest, ground: ListGround): CompiledQuery {
  const found = condition(values);
  const text = [
    '    SELECT COALESCE(i.root_id, v.person_id) AS person_id FROM person_attribute AS v',
    '    LEFT JOIN person_identity AS i ON i.workspace_id = v.workspace_id AND i.person_id = v.person_id',
    `    WHERE v.workspace_id = ? AND v.attribute_id = ? AND ${found.text}`,
  ].join('\n');
  return { text, parameters: [ground.workspaceId, attributeId, ...found.parameters] };
}

function condition(values: ValueTest): CompiledQuery {
  switch (values.kind) {
    case 'any':
      return { text: '1 = 1', parameters: [] };
    case 'texts':
      return textCondition(values.place, values.texts);
    case 'numbers':
      return { text: `v.number_value IN (${marks(values.numbers)})`, parameters: [...values.numbers] };
    case 'compared':
      return {
        text: values.by.map(({ operator }) => `v.number_value ${operator} ?`).join(' AND '),
        parameters: values.by.map(({ number }) => number),
      };
    case 'days':
      return either(values.runs.flatMap(({ days, instants }) => [inBounds(1, days), inBounds(0, instants)]));
  }
}

const PATTERNS: Record<Exclude<TextPlace, 'whole'>, (text: string) => string> = {
  anywhere: (text) => `%${text}%`,
  start: (text) => `${text}%`,
  end: (text) => `%${text}`,
};

function textCondition(place: TextPlace, texts: readonly string[]): CompiledQuery {
  if (place === 'whole') return { text: `v.text_key IN (${marks(texts)})`, parameters: [...texts] };
  return either(
    texts.map((text) => ({
      text: "v.text_key LIKE ? ESCAPE '!'",
      parameters: [PATTERNS[place](text.replace(/[%_!]/g, '!$&'))],
    })),
  );
}

/** Days and instants stand in one column and are told apart by `is_day`. */
function inBounds(isDay: 0 | 1, { from, to }: Bounds): CompiledQuery {
  const parts = [`v.is_day = ${isDay}`];
  if (from !== null) parts.push('v.number_value >= ?');
  if (to !== null) parts.push('v.number_value < ?');
  return { text: `(${parts.join(' AND ')})`, parameters: [from, to].filter((at) => at !== null) };
}

function either(all: readonly CompiledQuery[]): CompiledQuery {
  return {
    text: `(${all.map(({ text }) => text).join(' OR ')})`,
    parameters: all.flatMap(({ parameters }) => parameters),
  };
}

function marks(values: readonly unknown[]): string {
  return values.map(() => '?').join(', ');
}

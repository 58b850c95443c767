import type { Dialect } from '../database/dialect';
import { hex } from '../database/hash';
import type { Identity } from '../ingest/identity.repository';

/**
 * What is known of people, as a table to read from (`FROM ${personValues(dialect)} v WHERE v.workspace_id = ? AND
 * v.attribute_id = ?`): each person once per attribute, under the id that their messages are kept by. Of people who were
 * merged, the value of who stayed counts, else that of who was merged into them; among several of the same kind the
 * smallest id's. Nothing is copied when people are merged, so the order of merges and files does not matter.
 */
export function personValues(dialect: Pick<Dialect, 'by'>): string {
  return `(
SELECT a.workspace_id, a.attribute_id, COALESCE(i.root_id, a.person_id) AS person_id, a.number_value, a.is_day,
a.text_value, a.text_key
FROM person_attribute a
LEFT JOIN person_identity i ON i.workspace_id = a.workspace_id AND i.person_id = a.person_id
WHERE NOT EXISTS (${earlierSpeaker(dialect)}))`;
}

/**
 * How many people have a value of each attribute: all values, less those of merged people for whom another speaks. Takes
 * the workspace's id twice.
 */
export function countsOfPeople(dialect: Pick<Dialect, 'by'>): string {
  return `
SELECT attribute_id, SUM(n) AS people FROM (
SELECT attribute_id, COUNT(*) AS n FROM person_attribute WHERE workspace_id = ? GROUP BY attribute_id
UNION ALL
SELECT a.attribute_id, -COUNT(*) AS n FROM person_identity i
CROSS JOIN attribute t ON t.workspace_id = i.workspace_id
CROSS JOIN person_attribute a ON a.workspace_id = i.workspace_id AND a.attribute_id = t.id AND a.person_id = i.person_id
WHERE i.workspace_id = ? AND EXISTS (${earlierSpeaker(dialect)}) GROUP BY a.attribute_id
) c GROUP BY attribute_id`;
}

/**
 * Whether another id of person `i` speaks before it under the attribute of value `a`. Hint and cross join make SQLite
 * begin with the few who are one, instead of all values of the attribute.
 */
function earlierSpeaker(dialect: Pick<Dialect, 'by'>): string {
  return `
SELECT 1 FROM person_identity o ${dialect.by('person_identity_root')}
CROSS JOIN person_attribute b ON b.workspace_id = o.workspace_id AND b.attribute_id = a.attribute_id AND b.person_id = o.person_id
WHERE o.workspace_id = i.workspace_id AND o.root_id = i.root_id
AND (o.merged_away < i.merged_away OR (o.merged_away = i.merged_away AND o.person_id < i.person_id))`;
}

/** The ids of a person in the order in which they speak: the first that has a value has the person's value. */
export function speakers({ members, mergedAway }: Identity): Uint8Array[] {
  const away = new Set(mergedAway.map(hex));
  const rank = (id: Uint8Array) => Number(away.has(hex(id)));
  return [...members].sort((a, b) => rank(a) - rank(b) || Buffer.compare(a, b));
}

/**
 * The id that speaks, of all who are one with person `i`, under an attribute whose id it takes; null where none has a
 * value. For few people at a time: all of an attribute's values are `personValues`.
 */
export function speakerOf(dialect: Pick<Dialect, 'by'>): string {
  return `(
SELECT o.person_id FROM person_identity o ${dialect.by('person_identity_root')}
CROSS JOIN person_attribute b ON b.workspace_id = o.workspace_id AND b.attribute_id = ? AND b.person_id = o.person_id
WHERE o.workspace_id = i.workspace_id AND o.root_id = i.root_id ORDER BY o.merged_away, o.person_id LIMIT 1)`;
}

import type { Language, MessageLevel, RowLevel } from '@tallysheet/contract';
import type { MessageFacts } from '@tallysheet/counting';
import { format } from '@tallysheet/messages';
import { isMessageLevel, type RowSubject } from '@tallysheet/report-model';
import type { PairLeaf } from './sheet-row';

/** The variant and run of a message, as far as rows ask for them; empty where none was told. */
export type MessagePlace = Partial<Record<MessageLevel, string>>;

export function messagePlace(levels: readonly MessageLevel[], facts: Pick<MessageFacts, MessageLevel>): MessagePlace {
  return Object.fromEntries(levels.map((level) => [level, facts[level] ?? '']));
}

/** The same leaves, counted by variant or run, with the rows of those. */
export function withMessageRows(
  leaves: readonly PairLeaf[],
  levels: readonly RowLevel[],
  language: Language,
): PairLeaf[] {
  const asked = levels.filter(isMessageLevel);
  return leaves.map((leaf) => {
    const rows = asked.map((level) => [level, subjectOf(level, leaf.message[level] ?? '', language)] as const);
    return { ...leaf, subjects: { ...leaf.subjects, ...Object.fromEntries(rows) } };
  });
}

function subjectOf(level: MessageLevel, id: string, language: Language): RowSubject {
  return { kind: level, id, name: id || format(language, `row.no-${level}`), texts: {} };
}

/** Which messages a row stands for: all, unless it or one above it is of a variant or run. */
export function messagesOfRow(
  leaves: readonly PairLeaf[],
  path: readonly string[],
): (facts: Pick<MessageFacts, MessageLevel>) => boolean {
  const levels = path.filter(isMessageLevel);
  if (levels.length === 0) return () => true;
  const textOf = (place: MessagePlace) => JSON.stringify(levels.map((level) => place[level]));
  const places = new Set(leaves.map(({ message }) => textOf(message)));
  return (facts) => places.has(textOf(messagePlace(levels, facts)));
}

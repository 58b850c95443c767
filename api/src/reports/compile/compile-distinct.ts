import { AUDIENCES, type RowLevel } from '@tallysheet/contract';
import { QUARTER_MS } from '@tallysheet/counting';
import type { Distinct, ResolvedFrame } from '@tallysheet/report-model';
import type { Dialect } from '../../database/dialect';
import { assetConditions } from './compile-sheet';
import type { CompiledQuery, SheetQuery } from './sheet-query';

/** What tells one of them from another, and which messages are of none. */
const COUNTED = {
  runs: { columns: ['m.campaign_key', 'm.run'], where: 'm.run IS NOT NULL' },
  people: { columns: ['m.person_id'], where: 'm.anchor_at IS NOT NULL' },
  members: { columns: ['m.person_id'], where: 'm.sent_at IS NOT NULL' },
} as const satisfies Partial<Record<Distinct, { columns: readonly string[]; where: string }>>;

/** What is counted of messages. */
export type OfMessages = keyof typeof COUNTED;

export function isOfMessages(of: Distinct): of is OfMessages {
  return Object.hasOwn(COUNTED, of);
}

/** Where a message has the id of its row. */
const KEYS: Partial<Record<RowLevel, string>> = {
  program: 'c.program_id',
  campaignType: 'c.campaign_type',
  campaign: 'c.id',
  asset: 'a.id',
};

/** Whether what cannot be added up can be counted in rows of a level. */
export function isDistinctLevel(level: RowLevel): boolean {
  return KEYS[level] !== undefined;
}

/** The column that has the id of a row at a place of its path. */
export function keyColumn(at: number): string {
  return `row_${at}`;
}

/**
 * How many different runs or people the messages of each row are of, or with an empty path of all rows. Messages stand
 * at their anchors, in either basis: a run is no run of the month in which somebody opened what it sent (rule 9).
 */
export function compileDistinct(
  query: SheetQuery,
  of: OfMessages,
  path: readonly RowLevel[],
  { from, to }: Pick<ResolvedFrame, 'from' | 'to'>,
  dialect: Pick<Dialect, 'by'>,
): CompiledQuery {
  const { columns, where } = COUNTED[of];
  const filter = assetConditions(query);
  const keys = path.map((level, at) => `${KEYS[level]!} AS ${keyColumn(at)}`);
  const rows = path.map((_, at) => keyColumn(at)).join(', ');
  const bounds = [
    ...(from === null ? [] : [{ text: 'm.anchor_at >= ?', at: from }]),
    ...(to === null ? [] : [{ text: 'm.anchor_at < ?', at: to }]),
  ];
  const text = [
    `SELECT ${rows && `${rows}, `}COUNT(*) AS counted FROM (`,
    `  SELECT DISTINCT ${[...keys, ...columns].join(', ')}`,
    // Pair by pair: by the index of anchors where a period is asked for, else in the order in which they are stored.
    '  FROM campaign_asset AS k',
    `  CROSS JOIN message AS m ${bounds.length > 0 ? dialect.by('message_anchor') : ''}`.trimEnd(),
    '    ON m.workspace_id = k.workspace_id AND m.campaign_key = k.campaign_key AND m.asset_key = k.asset_key',
    '  JOIN smart_campaign AS c ON c.workspace_id = m.workspace_id AND c.campaign_key = m.campaign_key',
    '  JOIN asset AS a ON a.workspace_id = m.workspace_id AND a.asset_key = m.asset_key',
    `  WHERE k.workspace_id = ? AND m.audience IN (${query.audiences.map(() => '?').join(', ')})`,
    `    AND ${[where, ...bounds.map((bound) => bound.text), filter.text].join(' AND ')}`,
    `) AS once${rows && ` GROUP BY ${rows}`}`,
  ].join('\n');
  return {
    text,
    parameters: [
      query.workspaceId,
      ...query.audiences.map((audience) => AUDIENCES.indexOf(audience)),
      // As tallies have it: a period begins at the first whole quarter hour.
      ...bounds.map(({ at }) => Math.ceil(at / QUARTER_MS) * QUARTER_MS),
      ...filter.parameters,
    ],
  };
}

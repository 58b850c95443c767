import { levelId, type CellValue, type Ctx, type ReportQuery, type Sheet } from '@tallysheet/contract';
import { SheetService } from '../../reports/sheet.service';
import { bruteForceSheet, type BruteQuery, type BruteSheet, type BruteWorld } from '../oracle';
import type { TestApp } from '../test-app';

/** What a sheet and the count by the rules alone must have in common: rows by id, in whatever order. */
interface Shown {
  from: string | null;
  to: string | null;
  rows: Record<string, unknown>;
  total: Record<string, CellValue>;
  notes: unknown[];
}

/**
 * What is wrong with the sheet of a query, and how many rows it has. `wrong` is null where it shows what the count by the
 * rules alone gives.
 */
export async function checkQuery(
  app: TestApp,
  ctx: Ctx,
  world: BruteWorld,
  query: ReportQuery,
): Promise<{ wrong: string | null; rows: number }> {
  const sheet = await app.get(SheetService).run(ctx, query);
  // A rate brings the two numbers along that it divides.
  const columns = [...new Set([...query.columns!, ...Object.keys(sheet.total.values)])];
  const expected = bruteForceSheet(world, bruteQuery({ ...query, columns }));
  return {
    wrong: differenceOf(shownIn(sheet), expectedOf(expected)) ?? disorderOf(sheet, query),
    rows: sheet.rows.length,
  };
}

/** As the count by the rules alone reads it: it knows of no people's reports. */
export function bruteQuery({ groupBy, timeBasis, ...query }: ReportQuery & { columns: string[] }): BruteQuery {
  return { ...query, groupBy: groupBy?.map(levelId), timeBasis: timeBasis === 'created' ? undefined : timeBasis };
}

function differenceOf(shown: Shown, expected: Shown): string | null {
  try {
    expect(shown).toEqual(expected);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

function shownIn(sheet: Sheet): Shown {
  const linkOf = new Map(
    sheet.rows.filter(({ kind }) => kind === 'link').map(({ nodeId, address = 'malformed' }) => [nodeId, address]),
  );
  // A link's id is the store's own affair; what it leads to is not.
  const told = (id: string) => id.replace(/link:([0-9a-f]{32})/, (_, node: string) => `link:${linkOf.get(node)}`);
  return {
    from: sheet.timeFrame.from,
    to: sheet.timeFrame.to,
    rows: Object.fromEntries(
      sheet.rows.map(({ id, parentId, level, kind, nodeId, name, values }) => {
        const own = {
          parentId: parentId && told(parentId),
          level,
          kind,
          nodeId: linkOf.get(nodeId) ?? nodeId,
          name,
          values,
        };
        return [told(id), own];
      }),
    ),
    total: sheet.total.values,
    notes: sheet.notes,
  };
}

/** Names of days and the like are words, not counts. */
function expectedOf({ rows, total, notes, from, to }: BruteSheet): Shown {
  const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());
  return {
    ...{ from: iso(from), to: iso(to), total, notes },
    rows: Object.fromEntries(
      rows.map(({ id, name, ...row }) => [id, { ...row, name: name ?? (expect.any(String) as string) }]),
    ),
  };
}

/** Rows stand beneath their own, and in the order that was asked for. */
function disorderOf({ rows }: Sheet, { sort = [] }: ReportQuery): string | null {
  for (const [index, row] of rows.entries()) {
    const above = rows.slice(0, index).findLast(({ level }) => level < row.level);
    if ((above?.id ?? null) !== row.parentId) return `${row.id} does not stand beneath ${row.parentId}`;
    const before = rows
      .slice(0, index)
      .findLast(({ level, parentId }) => level === row.level && parentId === row.parentId);
    for (const { columnId, direction } of before ? sort : []) {
      const [a, b] = [before!.values[columnId] ?? null, row.values[columnId] ?? null];
      if (a === b || b === null) continue;
      if (a === null || (direction === 'asc' ? a > b : a < b)) return `${before!.id} stands before ${row.id}`;
    }
  }
  return null;
}

import {
  TALLY_BASES,
  TIME_PRESETS,
  type AssetFilter,
  type ReportQuery,
  type RowLevel,
  type TimeFrame,
} from '@tallysheet/contract';
import { addsUp, goTogether, metric, missingAt, REPORT_TYPES, type ReportType } from '@tallysheet/report-model';
import { addDays, localDay } from '../local-days';
import { Dice } from './dice';
import { ZONES } from './moments';
import { toldIn, type World } from './world';

/** A report type in one basis, by its own levels or others: the world's queries go through all of them in turn. */
export interface Shape {
  type: ReportType;
  basis: 'sent' | 'activity';
  groupBy: readonly RowLevel[] | null;
}

/** Reports on messages; those on people, programs and runs are held against counts of their own. */
const TYPES = REPORT_TYPES.filter(addsUp);

/** Every type × basis × grouping that the registry allows, by whatever levels it lists. */
export const SHAPES: readonly Shape[] = TYPES.flatMap((type) => {
  const pairs = type.groupings.flatMap((outer) =>
    type.groupings.filter((inner) => inner !== outer && goTogether(outer, inner)).map((inner) => [outer, inner]),
  );
  const groupings = [null, ...type.groupings.map((level) => [level]), ...pairs];
  const bases = type.basis === 'activity' ? [type.basis] : TALLY_BASES;
  return groupings.flatMap((groupBy) => bases.map((basis): Shape => ({ type, basis, groupBy })));
});

/** All shapes, so that each type has its turn as often as any other: those of few levels come round again. */
export function shapesInTurn(dice: Dice): Shape[] {
  const decks = TYPES.map(({ id }) => dice.shuffled(SHAPES.filter(({ type }) => type.id === id)));
  const rounds = Math.max(...decks.map(({ length }) => length));
  return Array.from({ length: rounds }, (_, round) => decks.map((deck) => deck[round % deck.length]!)).flat();
}

export function shapeText({ type, basis, groupBy }: Shape): string {
  return `${type.id}, ${basis}, by ${(groupBy ?? ['its own levels']).join(' and ')}`;
}

/** A query of this shape about a world; all else is up to the seed. */
export function someQuery(world: World, { type, basis, groupBy }: Shape, seed: number): ReportQuery {
  const dice = new Dice(seed);
  const levels = groupBy ?? type.levels;
  const columns = type.columns.filter((id) => !missingAt(metric(id)).some((level) => levels.includes(level)));
  const timeZone = dice.chance(0.7) ? dice.of(ZONES) : undefined;
  const sortable = columns.filter((id) => metric(id).unit !== 'text');
  return {
    ...{ reportType: type.id, columns, timeFrame: someFrame(dice, world, type, timeZone ?? world.settings.timeZone) },
    ...(groupBy && { groupBy: [...groupBy] }),
    ...((basis !== 'sent' || dice.chance(0.5)) && { timeBasis: basis }),
    ...(timeZone && { timeZone }),
    ...(dice.chance(0.25) && { assetFilter: someFilter(dice, world) }),
    ...(dice.chance(0.35) && { humanOnly: true }),
    ...(dice.chance(0.3) && { hideDeletedPeople: true }),
    ...(dice.chance(0.25) && { sort: [{ columnId: dice.of(sortable), direction: dice.of(['asc', 'desc'] as const) }] }),
  };
}

/** A period by name, or days of the zone about something that happened. */
function someFrame(dice: Dice, world: World, { channel }: ReportType, timeZone: string): TimeFrame {
  if (dice.chance(0.25)) return { preset: 'all-time' };
  if (dice.chance(0.3)) return { preset: dice.of(TIME_PRESETS) };
  const told = toldIn(world).filter(({ event }) => event.channel === channel);
  const at = told.length === 0 ? world.now : Date.parse(dice.of(told).event.at);
  const day = localDay(at, timeZone);
  if (dice.chance(0.1)) return { from: addDays(day, 1), to: addDays(day, 2) };
  return { from: addDays(day, dice.of([0, 0, -1, -6, -40])), to: addDays(day, dice.of([0, 0, 1, 7, 30, 60, 400])) };
}

function someFilter(dice: Dice, { tree }: World): AssetFilter {
  const idsOf = (list: readonly { id: string }[]) => {
    const ids = dice.some(
      list.map(({ id }) => id),
      0.6,
    );
    return ids.length > 0 ? ids : [list[0]!.id];
  };
  return {
    ...(dice.chance(0.25) && { programs: idsOf([...tree.programs, { id: 'unassigned' }]) }),
    ...(dice.chance(0.25) && { folders: idsOf(tree.folders) }),
    ...(dice.chance(0.25) && { campaigns: idsOf([...tree.campaigns, { id: 'newcomer' }]) }),
    ...(dice.chance(0.25) && { assets: idsOf(tree.assets) }),
    ...(dice.chance(0.1) && { channels: dice.of([['email', 'sms', 'push'] as const, ['sms'] as const]).slice() }),
    ...(dice.chance(0.2) && { tags: dice.of([['shoes'], ['ete', 'Sale'], ['nothing']]) }),
    ...(dice.chance(0.2) && { namePattern: dice.of(['*launch', 'ete', 'Re*der*', '(2)', '10%', '*']) }),
    ...(dice.chance(0.5) && { includeArchived: true }),
  };
}

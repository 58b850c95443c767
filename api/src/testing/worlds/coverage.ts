import { TIME_PRESETS, type ReportQuery } from '@tallysheet/contract';
import { ZONES } from './moments';
import { SHAPES, shapeText, type Shape } from './some-query';

const FILTERS = ['programs', 'folders', 'campaigns', 'assets', 'channels', 'tags', 'namePattern', 'includeArchived'];
const SWITCHES = ['humanOnly', 'hideDeletedPeople', 'sort'];

/** What the queries of a run have asked for, and how many of their sheets had rows. */
export class Coverage {
  private readonly seen = new Set<string>();
  private queries = 0;
  private withRows = 0;

  note(shape: Shape, query: ReportQuery, rows: number): void {
    const { timeFrame, timeZone = '', assetFilter = {} } = query;
    const switches = SWITCHES.filter((id) => query[id as keyof ReportQuery] !== undefined);
    const frame = 'preset' in timeFrame ? timeFrame.preset : 'days';
    for (const each of [shapeText(shape), frame, timeZone, ...Object.keys(assetFilter), ...switches])
      this.seen.add(each);
    this.queries += 1;
    if (rows > 0) this.withRows += 1;
  }

  /** What no query has asked for. */
  get missing(): string[] {
    const all = [...SHAPES.map(shapeText), ...TIME_PRESETS, 'days', ...ZONES, ...FILTERS, ...SWITCHES];
    return all.filter((each) => !this.seen.has(each));
  }

  /** How many of the sheets showed anything at all. */
  get shareWithRows(): number {
    return this.withRows / this.queries;
  }
}

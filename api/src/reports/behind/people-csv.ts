import { MESSAGE_MOMENTS, type Language, type PersonBehind } from '@tallysheet/contract';
import { format } from '@tallysheet/messages';
import { csvHeader, csvLine, UTF8_BOM } from '../../exports/csv';

/** The list behind a number as CSV: one line each, instants in UTC. */
export async function* peopleCsv(
  first: readonly PersonBehind[],
  others: AsyncIterable<PersonBehind[]>,
  language: Language,
): AsyncGenerator<string> {
  const headings = (['person', 'name', 'address', 'campaign', 'asset', 'state', 'at'] as const).map((id) =>
    format(language, `people.${id}`),
  );
  const moments = MESSAGE_MOMENTS.map((id) => format(language, `people.${id}`));
  yield UTF8_BOM + csvHeader([...headings, ...moments, format(language, 'people.links')]);
  yield* linesOf(first, language);
  for await (const page of others) yield* linesOf(page, language);
}

function* linesOf(lines: readonly PersonBehind[], language: Language): Generator<string> {
  for (const { person, campaign, asset, state, at, moments, links } of lines) {
    yield csvLine([
      ...[person.id ?? '', person.deleted ? format(language, 'people.deleted') : (person.name ?? '')],
      ...[person.address ?? '', campaign.name, asset.name, format(language, `people.state.${state}`), at ?? ''],
      ...MESSAGE_MOMENTS.map((id) => moments[id] ?? ''),
      links.map(({ url }) => url).join(' '),
    ]);
  }
}

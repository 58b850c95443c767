import { rawStart } from '../csv/csv-row';
import { readJson } from '../json/read-json';
import type { AssetRecord, AssetRow } from './asset';
import { findRecords, isObject, standingAlone, type FoundRecord } from './asset-answers';
import { scalarText } from './asset-fields';
import { readAsset } from './read-asset';

/**
 * Records of Marketo's asset REST endpoints (emails, programs, smart campaigns, campaigns, folders, email contents), as
 * JSON: one answer, a list of answers, an object of lists by kind, or NDJSON of any of these. The file is read whole.
 *
 * Drafts come first, so that an approved version has the last word. An email's content joins the email's record when
 * both are in the file. A program that only its campaigns name is given as a record of its own, after all others.
 *
 * Throws for a file that cannot be read at all: `empty-file`, `not-json` {line, column, near, looksLike},
 * `payload-too-large`, and what the text itself throws (`bad-gzip`).
 */
export async function* readMarketoAssets(text: AsyncIterable<string>): AsyncGenerator<AssetRow> {
  const records = findRecords(await readJson(text));
  const read = records.map((found) => ({ found, row: rowOf(found) }));
  const isDraft = ({ found }: { found: FoundRecord }): boolean =>
    isObject(found.value) && found.value['status'] === 'draft';
  const ordered = [...read.filter(isDraft), ...read.filter((one) => !isDraft(one))].map(({ row }) => row);
  joinContents(ordered);
  yield* ordered;
  yield* namedByCampaigns(read);
}

function rowOf(found: FoundRecord): AssetRow {
  return { line: found.line, raw: rawOf(found), result: readAsset(found) };
}

function rawOf(found: FoundRecord): string {
  return rawStart(found.fault && typeof found.value === 'string' ? found.value : JSON.stringify(standingAlone(found)));
}

/** Gives each email of the file its content, and each content the email's other fields. */
function joinContents(rows: readonly AssetRow[]): void {
  const emails = Map.groupBy(
    rows.flatMap(({ result }) => (result.kind === 'asset' && result.asset.kind === 'email' ? [result.asset] : [])),
    (email) => email.id,
  );
  for (const versions of emails.values()) {
    const whole = versions.filter((email) => email.name !== '').at(-1);
    for (const content of versions.filter((email) => email.name === '')) {
      for (const email of versions) {
        email.html ??= content.html;
        email.text ??= content.text;
      }
      if (whole) Object.assign(content, whole);
    }
  }
}

/** Programs that campaigns name (`programId`, `programName`) and the file does not hold. */
function* namedByCampaigns(read: readonly { found: FoundRecord; row: AssetRow }[]): Generator<AssetRow> {
  const known = new Set<string>();
  for (const { row } of read) {
    if (row.result.kind === 'asset' && row.result.asset.kind === 'program') known.add(row.result.asset.id);
  }
  for (const { found, row } of read) {
    if (row.result.kind !== 'asset' || row.result.asset.kind !== 'campaign' || !isObject(found.value)) continue;
    const id = scalarText(found.value['programId']);
    const name = scalarText(found.value['programName'])?.slice(0, 255);
    if (id === undefined || name === undefined || known.has(id)) continue;
    known.add(id);
    const asset: AssetRecord = { kind: 'program', id, name, parent: null };
    yield { line: row.line, raw: row.raw, result: { kind: 'asset', asset } };
  }
}

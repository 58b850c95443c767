import type { RejectCode } from '@tallysheet/contract';
import { readLenientInstant } from '../time/read-instant';
import type { AssetRecord, AssetResult } from './asset';
import { isObject, type FoundRecord, type JsonObject } from './asset-answers';
import { archivedOf, contentOf, flag, headerText, parentOf, scalarText, tagsOf } from './asset-fields';
import { assetKind, isProgramInTree } from './asset-kind';

const ID_LIMIT = 128;
const NAME_LIMIT = 255;
const ADDRESS_LIMIT = 320;
const LINE_LIMIT = 1000;

/** One record as an asset; rejected, with its place in the file, when it has no id or no name or is of no known kind. */
export function readAsset(found: FoundRecord): AssetResult {
  if (found.fault) return rejected(found.fault.code, null, found.fault.detail);
  const record = found.value;
  if (!isObject(record)) return rejected('invalid-field', null, found.place);
  const kind = assetKind(record, found.hint);
  const id = idOf(record);
  if (id === undefined) return rejected('missing-id', 'id', found.place);
  if (id.length > ID_LIMIT) return rejected('invalid-field', 'id', found.place);
  if (kind === null)
    return rejected('invalid-field', null, `${found.place}: ${Object.keys(record).join(', ')}`.slice(0, 200));
  const name = scalarText(record['name'])?.slice(0, NAME_LIMIT);
  if (name === undefined && kind !== 'content') return rejected('missing-name', 'name', found.place);

  const asset: AssetRecord = {
    kind: kind === 'content' ? 'email' : kind,
    id,
    name: name ?? '',
    parent: parentOf(record),
    archived: kind === 'content' ? undefined : archivedOf(record),
    updatedAt: readLenientInstant(scalarText(record['updatedAt']) ?? ''),
  };
  if (kind === 'campaign') asset.campaignType = campaignType(record);
  if (kind === 'program')
    Object.assign(asset, { channel: headerText(record['channel'], NAME_LIMIT), tags: tagsOf(record) });
  if (kind === 'email' || kind === 'content') Object.assign(asset, emailFields(record));
  return { kind: 'asset', asset: withoutUndefined(asset) };
}

/** Programs have a tree id of their own in a listing of folders; the number of the program is the inner one. */
function idOf(record: JsonObject): string | undefined {
  const folderId = record['folderId'];
  const inner = isObject(folderId) ? scalarText(folderId['id']) : undefined;
  if (isProgramInTree(record) && inner !== undefined) return inner;
  return scalarText(record['id']) ?? inner ?? scalarText(record['emailId']);
}

function emailFields(record: JsonObject): Partial<AssetRecord> {
  const trackingDisabled = flag(record['isOpenTrackingDisabled']);
  return {
    subject: headerText(record['subject'], LINE_LIMIT),
    fromName: headerText(record['fromName'], NAME_LIMIT),
    fromEmail: headerText(record['fromEmail'], ADDRESS_LIMIT),
    replyTo: headerText(record['replyEmail'] ?? record['replyTo'], ADDRESS_LIMIT),
    preheader: headerText(record['preHeader'] ?? record['preheader'], LINE_LIMIT),
    openTracking: trackingDisabled === undefined ? flag(record['openTracking']) : !trackingDisabled,
    ...contentOf(record),
  };
}

function campaignType(record: JsonObject): AssetRecord['campaignType'] {
  const type = scalarText(record['type'] ?? record['campaignType'])?.toLowerCase();
  return type === 'batch' || type === 'trigger' ? type : undefined;
}

function withoutUndefined(asset: AssetRecord): AssetRecord {
  const told = Object.entries(asset).filter(([, value]) => value !== undefined);
  return Object.fromEntries(told) as unknown as AssetRecord;
}

function rejected(code: RejectCode, field: string | null, detail: string): AssetResult {
  return { kind: 'rejected', code, field, detail };
}

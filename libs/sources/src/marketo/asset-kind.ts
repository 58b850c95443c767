import type { AssetHint, JsonObject } from './asset-answers';
import { scalarText } from './asset-fields';

type AssetKind = Exclude<AssetHint, null>;

const FOLDER_FIELDS = ['folderId', 'folderType', 'isArchive', 'accessZoneId'];
const CAMPAIGN_FIELDS = ['smartListId', 'flowId', 'isRequestable', 'qualificationRuleType', 'programId', 'computedUrl'];
const PROGRAM_FIELDS = ['channel', 'tags', 'costs', 'headStart'];
const EMAIL_FIELDS = [
  'subject',
  'fromName',
  'fromEmail',
  'replyEmail',
  'textOnly',
  'operational',
  'webView',
  'isOpenTrackingDisabled',
];
const CONTENT_FIELDS = ['html', 'htmlContent', 'content', 'text', 'textContent'];

/** What a record is, by the list it stood in, by what it says itself, else by the fields that only one kind has. */
export function assetKind(record: JsonObject, hint: AssetHint): AssetHint {
  if (isProgramInTree(record)) return 'program';
  return hint ?? statedKind(record) ?? kindByFields(record);
}

/** A listing of folders also holds the programs among them. */
export function isProgramInTree(record: JsonObject): boolean {
  const folderId = record['folderId'];
  return typeof folderId === 'object' && folderId !== null && 'type' in folderId && folderId.type === 'Program';
}

function statedKind(record: JsonObject): AssetHint {
  const kind = record['kind'];
  return kind === 'folder' || kind === 'program' || kind === 'campaign' || kind === 'email' ? kind : null;
}

function kindByFields(record: JsonObject): AssetHint {
  const hasOne = (fields: readonly string[]): boolean => fields.some((field) => field in record);
  const kinds: readonly (readonly [AssetKind, boolean])[] = [
    ['folder', hasOne(FOLDER_FIELDS)],
    ['campaign', hasOne(CAMPAIGN_FIELDS) || /^(batch|trigger)$/i.test(scalarText(record['type']) ?? '')],
    ['email', hasOne(EMAIL_FIELDS)],
    ['program', hasOne(PROGRAM_FIELDS)],
    ['content', hasOne(CONTENT_FIELDS)],
  ];
  return kinds.find(([, matches]) => matches)?.[0] ?? null;
}

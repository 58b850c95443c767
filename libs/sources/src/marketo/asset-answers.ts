import type { JsonDocument } from '../json/read-json';

/** What the list that a record stood in says of its kind; null when it says nothing. */
export type AssetHint = 'email' | 'program' | 'campaign' | 'folder' | 'content' | null;

export type JsonObject = Readonly<Record<string, unknown>>;

/** A record as it came: with its place in the file (`[0].result[3]`), or what stood there instead of one. */
export interface FoundRecord {
  line: number;
  place: string;
  hint: AssetHint;
  value: unknown;
  /** Set when the file has no record here: a line that is no JSON, or an answer that reports an error. */
  fault: { code: 'file-ends-early' | 'invalid-field'; detail: string } | null;
}

const HINTS: Readonly<Record<string, AssetHint>> = {
  emails: 'email',
  programs: 'program',
  smartCampaigns: 'campaign',
  campaigns: 'campaign',
  folders: 'folder',
  emailContents: 'content',
};

/** The record as it can be read again by itself: within the list whose name told its kind. */
export function standingAlone({ hint, value }: FoundRecord): unknown {
  if (hint === null) return value;
  return { [Object.keys(HINTS).find((name) => HINTS[name] === hint)!]: [value] };
}

/** Deeper nesting than this is no list of answers. */
const DEEPEST = 6;

/** The records in answers of the asset endpoints, lists of answers, objects of lists by kind, and bare records. */
export function findRecords(documents: readonly JsonDocument[]): FoundRecord[] {
  const found: FoundRecord[] = [];
  for (const document of documents) {
    if (document.kind === 'value') {
      visit(document.value, '', null, 0, (record) =>
        found.push({ ...record, line: document.line ?? found.length + 1 }),
      );
      continue;
    }
    const code = document.isLast ? 'file-ends-early' : 'invalid-field';
    const fault = { code, detail: document.raw.slice(0, 200) } as const;
    found.push({ line: document.line, place: '', hint: null, value: document.raw, fault });
  }
  return found;
}

type Found = Omit<FoundRecord, 'line'>;

function visit(value: unknown, place: string, hint: AssetHint, depth: number, give: (record: Found) => void): void {
  if (Array.isArray(value) && depth < DEEPEST) {
    value.forEach((item, index) => visit(item, `${place}[${index}]`, hint, depth + 1, give));
    return;
  }
  if (!isObject(value) || depth >= DEEPEST) return give({ place, hint, value, fault: null });
  if (value['success'] === false) {
    const detail = JSON.stringify(value['errors'] ?? value).slice(0, 200);
    return give({ place, hint, value, fault: { code: 'invalid-field', detail } });
  }
  if ('success' in value || Array.isArray(value['result'])) {
    return visit(value['result'] ?? [], join(place, 'result'), hint, depth + 1, give);
  }
  const lists = Object.keys(value).filter((key) => key in HINTS && typeof value[key] === 'object');
  if (lists.length === 0 || 'id' in value) return give({ place, hint, value, fault: null });
  for (const key of lists) visit(value[key], join(place, key), HINTS[key] ?? null, depth + 1, give);
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function join(place: string, key: string): string {
  return place === '' ? key : `${place}.${key}`;
}

import { fold } from '../tree/tree-model';

export interface Zone {
  id: string;
  /** The id as it is read: `America/New York`. */
  name: string;
  offset: string;
}

/** More than one reads; further typing narrows it. */
const MOST_SHOWN = 80;

/** Zones that some browsers still list under a name of the past; both names mean the same to every program. */
const RENAMED: Record<string, string> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

let known: string[] | undefined;
const folded = new Map<string, string>();

/** The IANA zones that this browser knows, UTC first. */
export function zoneIds(): readonly string[] {
  known ??= ['UTC', ...new Set(Intl.supportedValuesOf('timeZone').map((id) => RENAMED[id] ?? id))].filter(
    (id, at) => id !== 'UTC' || at === 0,
  );
  return known;
}

/** The zones that hold every word searched for, those whose city begins with it first. */
export function findZones(search: string, at = new Date()): Zone[] {
  const words = fold(search)
    .split(/[\s/_]+/)
    .filter(Boolean);
  const found = zoneIds().filter((id) => words.every((word) => searchable(id).includes(word)));
  const first = words[0];
  if (first) found.sort((a, b) => Number(cityStarts(b, first)) - Number(cityStarts(a, first)));
  return found.slice(0, MOST_SHOWN).map((id) => ({ id, name: zoneName(id), offset: zoneOffset(id, at) }));
}

export function zoneName(id: string): string {
  return id.replaceAll('_', ' ');
}

/** How far a zone is from UTC at a moment: `UTC+05:45`. */
export function zoneOffset(id: string, at = new Date()): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone: id, timeZoneName: 'longOffset' }).formatToParts(at);
  const offset = parts.find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  return offset === 'GMT' ? 'UTC+00:00' : offset.replace('GMT', 'UTC').replace('-', '\u2212');
}

function searchable(id: string): string {
  let text = folded.get(id);
  if (text === undefined) {
    text = fold(zoneName(id));
    folded.set(id, text);
  }
  return text;
}

function cityStarts(id: string, word: string): boolean {
  return searchable(id).split('/').at(-1)?.startsWith(word) ?? false;
}

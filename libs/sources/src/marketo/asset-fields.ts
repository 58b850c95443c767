import { isObject, type JsonObject } from './asset-answers';
import type { AssetRecord } from './asset';

/** A number or text as text, trimmed; undefined when there is none. */
export function scalarText(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = String(value).trim();
  return text === '' ? undefined : text;
}

/** A header of an email, plain or as {type, value}. Dynamic content has only the number of its segmentation there. */
export function headerText(value: unknown, limit: number): string | undefined {
  if (isObject(value)) return value['type'] === 'DynamicContent' ? undefined : headerText(value['value'], limit);
  return scalarText(value)?.slice(0, limit);
}

export function flag(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  const text = typeof value === 'string' ? value.toLowerCase() : '';
  if (text === 'true') return true;
  return text === 'false' ? false : undefined;
}

/** Where a record lies: its program's id, else its folder or parent, written {id or value, type}. */
export function parentOf(record: JsonObject): AssetRecord['parent'] {
  const programId = scalarText(record['programId']);
  if (programId !== undefined) return { kind: 'program', id: programId };
  const parent = record['folder'] ?? record['parent'];
  const id = isObject(parent) ? (scalarText(parent['value']) ?? scalarText(parent['id'])) : scalarText(parent);
  if (id === undefined) return null;
  const isProgram =
    isObject(parent) && (scalarText(parent['type'] ?? parent['kind']) ?? '').toLowerCase() === 'program';
  return { kind: isProgram ? 'program' : 'folder', id };
}

export function tagsOf(record: JsonObject): Record<string, string> | undefined {
  const list = record['tags'];
  if (isObject(list)) return Object.fromEntries(Object.entries(list).map(([type, value]) => [type, String(value)]));
  if (!Array.isArray(list)) return undefined;
  const tags = list.filter(isObject).map((tag) => [scalarText(tag['tagType']), scalarText(tag['tagValue'])] as const);
  return Object.fromEntries(tags.filter((tag): tag is [string, string] => tag.every((part) => part !== undefined)));
}

/** True for what is archived by its status or by a flag of its own; undefined when neither is there. */
export function archivedOf(record: JsonObject): boolean | undefined {
  const own = flag(record['archived']) ?? flag(record['isArchive']);
  if (own !== undefined) return own;
  const status = record['status'];
  return typeof status === 'string' ? status.toLowerCase() === 'archived' : undefined;
}

interface Content {
  html?: string;
  text?: string;
}

/** An email's HTML and text, given whole, as {type, value}, or as the list of an email's sections. */
export function contentOf(record: JsonObject): Content {
  const html = record['html'] ?? record['htmlContent'];
  const text = record['text'] ?? record['textContent'];
  const content: Content = {};
  const other = record['content'];
  if (Array.isArray(other)) Object.assign(content, joinSections(other));
  else if (String(record['type']).toLowerCase() === 'text') setText(content, 'text', other);
  else setText(content, 'html', other);
  setText(content, 'html', html);
  setText(content, 'text', text);
  return content;
}

function setText(content: Content, part: keyof Content, value: unknown): void {
  const text = isObject(value) ? value['value'] : value;
  if (typeof text === 'string' && text.trim() !== '') content[part] = text;
}

/** Sections stand in reading order; each has its value as a text, or as a list of {type: HTML or Text, value}. */
function joinSections(sections: readonly unknown[]): Content {
  const html: string[] = [];
  const text: string[] = [];
  for (const section of sections.filter(isObject)) {
    const value = section['value'];
    for (const part of Array.isArray(value) ? value.filter(isObject) : [{ type: 'HTML', value }]) {
      if (typeof part['value'] !== 'string') continue;
      (part['type'] === 'Text' ? text : html).push(part['value']);
    }
  }
  return { ...(html.length > 0 && { html: html.join('\n') }), ...(text.length > 0 && { text: text.join('\n') }) };
}

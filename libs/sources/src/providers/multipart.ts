import { Rejection } from '../reading';

const TYPE = /^\s*multipart\/form-data\s*;(?:.*;)?\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i;

export function isMultipart(contentType: string): boolean {
  return /^\s*multipart\/form-data\b/i.test(contentType);
}

/** The text fields of a form that is sent in parts; of a name that stands several times the last, no files. */
export function multipartFields(body: string, contentType: string): Record<string, string> {
  const [, quoted, plain] = TYPE.exec(contentType) ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined) throw new Rejection('unreadable-body', null, contentType.slice(0, 200));
  const parts = `\r\n${body}`.split(`\r\n--${boundary}`);
  if (parts.length < 3 || !parts.at(-1)?.startsWith('--')) {
    throw new Rejection('unreadable-body', null, body.slice(0, 200));
  }
  const fields = new Map<string, string>();
  for (const part of parts.slice(1, -1)) {
    const end = part.indexOf('\r\n\r\n');
    const head = part.slice(0, Math.max(end, 0));
    const name = /\bname="([^"]*)"/i.exec(head)?.[1];
    if (name !== undefined && !/\bfilename\*?=/i.test(head)) fields.set(name, part.slice(end + 4));
  }
  return Object.fromEntries(fields);
}

import { Rejection } from '../reading';

/** A body that is a form or JSON, as its content type (or else its first character) says. */
export function formOrJson(body: string, contentType: string): unknown {
  const text = body.trim();
  if (text === '') return {};
  if (/[/+]json\b/i.test(contentType) || (!isForm(contentType) && /^[[{]/.test(text))) {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      throw new Rejection('unreadable-body', null, text.slice(0, 200));
    }
  }
  if (!text.includes('=')) throw new Rejection('unreadable-body', null, text.slice(0, 200));
  return formFields(new URLSearchParams(body));
}

/** A form's fields as an object; a name that stands several times keeps its first value. */
export function formFields(parameters: URLSearchParams): Record<string, string> {
  const fields = new Map<string, string>();
  for (const [name, value] of parameters) if (!fields.has(name)) fields.set(name, value);
  return Object.fromEntries(fields);
}

/** The fields that the customer wrote into the webhook's own address (`?campaign=…`); none when it is no address. */
export function addressFields(url: string | undefined): Record<string, string> {
  const start = url?.indexOf('?') ?? -1;
  if (url === undefined || start < 0) return {};
  return formFields(new URLSearchParams(url.slice(start + 1).split('#')[0]));
}

function isForm(contentType: string): boolean {
  return /^application\/x-www-form-urlencoded\b/i.test(contentType.trim());
}

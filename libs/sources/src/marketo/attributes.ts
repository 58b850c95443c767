/** The attributes of an activity by their display names. */
export type Attributes = Readonly<Record<string, unknown>>;

const NONE: Attributes = Object.freeze(Object.create(null) as Record<string, unknown>);

/** Whether a value of an export stands for "nothing": empty, or the literal `null`. */
export function isAbsent(value: string): boolean {
  return value === '' || value === 'null' || value === 'NULL';
}

/**
 * Reads the `attributes` of an activity: a JSON object, as the bulk extract writes it, or the list of {name, value}
 * that the REST API answers with. Null when it is neither.
 */
export function readAttributes(json: string): Attributes | null {
  if (isAbsent(json)) return NONE;
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return null;
  }
  if (value === null) return NONE;
  if (Array.isArray(value)) return fromList(value);
  return typeof value === 'object' ? (value as Attributes) : null;
}

function fromList(list: readonly unknown[]): Attributes | null {
  const attributes = Object.create(null) as Record<string, unknown>;
  for (const item of list) {
    if (typeof item !== 'object' || item === null || !('name' in item)) return null;
    attributes[String(item.name)] = 'value' in item ? item.value : null;
  }
  return attributes;
}

/** An attribute as text, trimmed; undefined when absent, empty, or no single value. */
export function textOf(attributes: Attributes, name: string): string | undefined {
  const value = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  return isAbsent(text) ? undefined : text;
}

/** An attribute that is true or false in any spelling; undefined for everything else, such as `N/A`. */
export function flagOf(attributes: Attributes, name: string): boolean | undefined {
  const text = textOf(attributes, name)?.toLowerCase();
  if (text === 'true') return true;
  return text === 'false' ? false : undefined;
}

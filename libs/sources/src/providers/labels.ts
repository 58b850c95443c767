/** What a sender lets its customer write on a message (tags, metadata, custom arguments), by name, as text. */
export type Labels = ReadonlyMap<string, string>;

/**
 * Collects labels from objects (name → value) and lists (`tag` is the first, `tag.1` the second …). Only texts,
 * numbers and booleans count; what came first under a name stays.
 */
export class LabelCollector {
  private readonly labels = new Map<string, string>();

  /** The fields of an object, or of a text that holds one as JSON. */
  fields(value: unknown): this {
    const object = typeof value === 'string' ? parsed(value) : value;
    if (!isObject(object)) return this;
    for (const [name, each] of Object.entries(object)) {
      if (Array.isArray(each)) this.list(name, each);
      else this.one(name, each);
    }
    return this;
  }

  /** A list under one name, or a single value. */
  list(name: string, value: unknown): this {
    const values: unknown[] = Array.isArray(value) ? value : [value];
    values.forEach((each, index) => this.one(index === 0 ? name : `${name}.${index}`, each));
    return this;
  }

  one(name: string, value: unknown): this {
    const text = typeof value === 'string' ? value.trim() : scalarText(value);
    if (text && !this.labels.has(name)) this.labels.set(name, text);
    return this;
  }

  get all(): Labels {
    return this.labels;
  }
}

/** The first of these names that has a value. */
export function labelOf(labels: Labels, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = labels.get(name);
    if (value !== undefined) return value;
  }
  return undefined;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** JSON gives a whole number beyond 2^53 as another one: an id of it could be somebody else's. */
export function isExact(value: unknown): value is number {
  return typeof value === 'number' && (!Number.isInteger(value) || Number.isSafeInteger(value));
}

function scalarText(value: unknown): string | undefined {
  return isExact(value) || typeof value === 'boolean' ? String(value) : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

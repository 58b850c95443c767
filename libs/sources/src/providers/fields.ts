import { isExact, isObject } from './labels';

/** A sender's JSON object, whose fields are read as what they should be or not at all. */
export class Fields {
  constructor(private readonly object: Record<string, unknown>) {}

  /** Whatever it is: of a thing that is no object, nothing is known. */
  static of(value: unknown): Fields {
    return new Fields(isObject(value) ? value : {});
  }

  raw(name: string): unknown {
    return Object.hasOwn(this.object, name) ? this.object[name] : undefined;
  }

  /** A text or number, trimmed; undefined when it is empty or something else. */
  text(name: string): string | undefined {
    const value = this.raw(name);
    const text = typeof value === 'string' ? value.trim() : isExact(value) ? String(value) : '';
    return text === '' ? undefined : text;
  }

  number(name: string): number | undefined {
    const value = this.raw(name);
    if (typeof value !== 'number' && (typeof value !== 'string' || value.trim() === '')) return undefined;
    const number = Number(value);
    return Number.isFinite(number) ? number : undefined;
  }

  boolean(name: string): boolean | undefined {
    const value = this.raw(name);
    return typeof value === 'boolean' ? value : undefined;
  }

  /** The object under a name; an empty one when there is none. */
  fields(name: string): Fields {
    return Fields.of(this.raw(name));
  }

  list(name: string): unknown[] {
    const value = this.raw(name);
    return Array.isArray(value) ? value : [];
  }
}

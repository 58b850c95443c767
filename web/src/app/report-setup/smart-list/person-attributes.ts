import { computed, inject, Injectable, signal } from '@angular/core';
import type { AttributeType, AttributeValueCount, PersonAttribute } from '@tallysheet/contract';
import { Api } from '../../core/api';

/** What is known of people, and the values that are frequent; asked for once somebody needs them. */
@Injectable({ providedIn: 'root' })
export class PersonAttributes {
  private readonly api = inject(Api);
  private readonly loaded = signal<readonly PersonAttribute[] | null>(null);
  private readonly values = signal<ReadonlyMap<number, readonly AttributeValueCount[]>>(new Map());

  /** Null until the server has answered. */
  readonly all = this.loaded.asReadonly();
  private readonly byName = computed(() => new Map(this.all()?.map((each) => [each.name.toLowerCase(), each])));

  /** The attribute of a name, whatever its case. */
  find(name: string): PersonAttribute | undefined {
    return this.byName().get(name.toLowerCase());
  }

  /** Its type; a text as long as nothing else is known. */
  readonly typeOf = (name: string): AttributeType => this.find(name)?.type ?? 'text';

  /** Its most frequent values, as far as they are known. */
  frequent(name: string): readonly AttributeValueCount[] {
    const attribute = this.find(name);
    return (attribute && this.values().get(attribute.id)) ?? [];
  }

  async load(): Promise<void> {
    // Rules can be read and written without them: what is missing is help, and the server judges in any case.
    this.loaded.set(await this.api.personAttributes().catch(() => this.loaded() ?? []));
  }

  async loadValues(name: string): Promise<void> {
    const attribute = this.find(name);
    if (!attribute || this.values().has(attribute.id)) return;
    const values = await this.api.attributeValues(attribute.id).catch(() => []);
    this.values.update((known) => new Map(known).set(attribute.id, values));
  }
}

import { z } from 'zod';

export const ATTRIBUTE_TYPES = ['text', 'number', 'date', 'boolean'] as const;
export type AttributeType = (typeof ATTRIBUTE_TYPES)[number];

/** What is known of people under one name, and how many of them have it. */
export interface PersonAttribute {
  id: number;
  name: string;
  type: AttributeType;
  people: number;
}

/** One value of an attribute and how many people have it. A date is a day (`2026-03-02`) or an instant in UTC. */
export interface AttributeValueCount {
  value: string | number | boolean;
  people: number;
}

export const attributePatchSchema = z.strictObject({ type: z.enum(ATTRIBUTE_TYPES) });
export type AttributePatch = z.infer<typeof attributePatchSchema>;

export const attributeValuesSchema = z.object({ limit: z.coerce.number().int().min(1).max(1000).default(100) });
export type AttributeValuesQuery = z.infer<typeof attributeValuesSchema>;

export const MAX_ATTRIBUTES = 500;
export const ATTRIBUTE_NAME_LENGTH = 128;

/** The attribute in which an imported date of creation stands, whatever the file calls it. */
export const CREATED_AT_ATTRIBUTE = 'createdAt';

/** Names that the attribute with a person's status usually has, as {@link plainHeader} writes them; the first there counts. */
export const STATUS_ATTRIBUTES: readonly string[] = ['status', 'personstatus', 'leadstatus', 'contactstatus'];

/** The columns of a file of people that say who is meant; one of them is enough. */
export const PERSON_COLUMNS = ['person.id', 'person.address'] as const;
export type PersonColumn = (typeof PERSON_COLUMNS)[number];

/** The headers that these columns usually have, as {@link plainHeader} writes them; the first that is there counts. */
const USUAL_HEADERS: Record<PersonColumn, readonly string[]> = {
  'person.id': ['personid', 'leadid', 'contactid', 'id'],
  'person.address': ['personaddress', 'emailaddress', 'email', 'personemail', 'mail', 'address'],
};

/** A header without regard to case, spaces, dots, hyphens and underscores. */
export function plainHeader(header: string): string {
  return header.replace(/[\s\ufeff._-]+/g, '').toLowerCase();
}

/** The header of a file of people that stands for a column, if it has a usual name; null when none has. */
export function usualHeader(column: PersonColumn, headers: readonly string[]): string | null {
  for (const usual of USUAL_HEADERS[column]) {
    const found = headers.find((header) => plainHeader(header) === usual);
    if (found !== undefined) return found;
  }
  return null;
}

import type { ValueTransformer } from 'typeorm';

const toNumber: ValueTransformer = {
  to: (value: number | null) => value,
  from: (value: string | number | null) => (value === null ? null : Number(value)),
};

/** A whole number of any size. Stores answer big ones as text, so it is read back as a number. */
export const bigColumn = { type: 'bigint', transformer: toNumber } as const;

/** An instant, UTC in ms. */
export const instantColumn = bigColumn;

/** The name that a sender, or the import, knows a thing by. */
export const idColumn = { type: 'varchar', length: 128 } as const;

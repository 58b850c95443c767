import type { ValueTransformer } from 'typeorm';

const toNumber: ValueTransformer = {
  to: (value: number | null) => value,
  from: (value: string | number | null) => (value === null ? null : Number(value)),
};

/** An instant, UTC in ms. Stores answer big numbers as text, so it is read back as a number. */
export const instantColumn = { type: 'bigint', transformer: toNumber } as const;

/** The name that a sender, or the import, knows a thing by. */
export const idColumn = { type: 'varchar', length: 128 } as const;

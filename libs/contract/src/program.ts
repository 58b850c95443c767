import { z } from 'zod';

/** An amount of money with two decimals at most, in whatever money the workspace counts in. */
const amount = z
  .number()
  .min(0)
  .max(1e12)
  .refine((value) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-3);

const month = z.string().regex(/^(19[89]\d|20\d\d)-(0[1-9]|1[0-2])$/);

/** What a program cost, month by month, and which statuses are a success; without a list each event says so itself. */
export const programFiguresSchema = z.strictObject({
  costs: z
    .array(z.strictObject({ month, amount }))
    .max(1200)
    .refine((costs) => new Set(costs.map((cost) => cost.month)).size === costs.length),
  successStatuses: z.array(z.string().trim().min(1).max(255)).min(1).max(100).nullable(),
});
export type ProgramFigures = z.infer<typeof programFiguresSchema>;

/** The same, and the statuses that people have had in the program, the most frequent first. */
export interface ProgramFiguresRead extends ProgramFigures {
  statuses: string[];
}

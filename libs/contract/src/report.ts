import { z } from 'zod';
import { reportQuerySchema } from './query';

const name = z.string().trim().min(1).max(255);
const parent = z.string().min(1).max(128).nullable();

/** How a sheet is laid out: widths in px and pins by column id, and the rows that are folded. */
export const layoutSchema = z.object({
  columns: z
    .array(
      z.object({
        id: z.string(),
        width: z.number().int().min(20).max(2000).optional(),
        pinned: z.boolean().optional(),
      }),
    )
    .max(100)
    .default([]),
  collapsed: z.array(z.string()).max(10_000).default([]),
});
export type Layout = z.infer<typeof layoutSchema>;

const fields = z.strictObject({
  name,
  programId: parent.optional(),
  folderId: parent.optional(),
  /** Pages are asked for, not saved. */
  query: reportQuerySchema.omit({ limit: true, cursor: true }),
  layout: layoutSchema,
});

/** A report without a layout opens with its query's columns as they come. */
export const reportInputSchema = fields.extend({ layout: layoutSchema.default({ columns: [], collapsed: [] }) });
export type ReportInput = z.infer<typeof reportInputSchema>;

/** Only what is given changes. */
export const reportPatchSchema = fields.partial();
export type ReportPatch = z.infer<typeof reportPatchSchema>;
export const reportCloneSchema = z.strictObject({ name });
export type ReportClone = z.infer<typeof reportCloneSchema>;

export interface Report {
  id: string;
  name: string;
  programId: string | null;
  folderId: string | null;
  query: z.infer<typeof reportQuerySchema>;
  layout: Layout;
  createdAt: string;
  updatedAt: string;
}

import { z } from 'zod';
import { ATTRIBUTE_NAME_LENGTH, type AttributeType } from './people';
import { timeFrameSchema } from './time-frame';

export const MATCHES = ['all', 'any', 'none'] as const;
export type Match = (typeof MATCHES)[number];

const attribute = z.string().trim().min(1).max(ATTRIBUTE_NAME_LENGTH);
const text = z.string().max(1000);
const scalar = z.union([text, z.number(), z.boolean()]);
const ids = z.array(z.string().min(1).max(128)).min(1).max(1000);

/** With one of these values, or none of them; texts without regard to case and accents, dates by day, as `2026-03-02`. */
export const VALUE_OPERATORS = ['is', 'is-not'] as const;
/** For texts: any of these is in the value, or none is. Spaces around a text never matter. */
export const TEXT_OPERATORS = ['contains', 'not-contains', 'starts-with', 'not-starts-with', 'ends-with'] as const;
export const NUMBER_OPERATORS = ['less-than', 'at-most', 'greater-than', 'at-least'] as const;
/** For dates. The day itself is left out. */
export const DAY_OPERATORS = ['before', 'after'] as const;
/** For numbers and dates; both ends are included. */
export const RANGE_OPERATORS = ['between', 'not-between'] as const;
/** For dates, counted back or on from today in the sheet's zone, today included: the past 7 days are today and the 6 before. */
export const RELATIVE_OPERATORS = ['in-past', 'not-in-past', 'in-future'] as const;
export const EMPTY_OPERATORS = ['is-empty', 'is-not-empty'] as const;

/** What can be asked of the values of an attribute, in the order in which it is offered. */
export const OPERATORS_OF = {
  text: [...VALUE_OPERATORS, ...TEXT_OPERATORS, ...EMPTY_OPERATORS],
  number: [...VALUE_OPERATORS, ...NUMBER_OPERATORS, ...RANGE_OPERATORS, ...EMPTY_OPERATORS],
  date: [...VALUE_OPERATORS, ...DAY_OPERATORS, ...RANGE_OPERATORS, ...RELATIVE_OPERATORS, ...EMPTY_OPERATORS],
  boolean: [...VALUE_OPERATORS, ...EMPTY_OPERATORS],
} as const satisfies Record<AttributeType, readonly string[]>;

/**
 * What is known of a person. An operator with "not" is the opposite of the one without: it includes people of whom
 * nothing is known under this name. All others leave them out.
 */
export const attributeRuleSchema = z.union([
  z.strictObject({
    attribute,
    operator: z.enum([...VALUE_OPERATORS, ...TEXT_OPERATORS]),
    values: z.array(scalar).min(1).max(1000),
  }),
  z.strictObject({
    attribute,
    operator: z.enum([...NUMBER_OPERATORS, ...DAY_OPERATORS]),
    value: z.union([z.number(), text]),
  }),
  z.strictObject({
    attribute,
    operator: z.enum(RANGE_OPERATORS),
    from: z.union([z.number(), text]),
    to: z.union([z.number(), text]),
  }),
  z.strictObject({
    attribute,
    operator: z.enum(RELATIVE_OPERATORS),
    amount: z.number().int().min(1).max(10_000),
    unit: z.enum(['day', 'week', 'month', 'year']),
  }),
  z.strictObject({ attribute, operator: z.enum(EMPTY_OPERATORS) }),
]);
export type AttributeRule = z.infer<typeof attributeRuleSchema>;
export type AttributeOperator = AttributeRule['operator'];

/** What a rule on activity can be about, in the order in which it is offered. */
export const ACTIVITIES = [
  'sent',
  'delivered',
  'hardBounced',
  'softBounced',
  'opened',
  'clicked',
  'unsubscribed',
  'complained',
  'forwarded',
] as const;
export type Activity = (typeof ACTIVITIES)[number];

/**
 * What a person did, or was sent. `not` keeps those who did it less often than `atLeast` times (1 by default): each open
 * and click is one, and so is each message that was sent, delivered …; a message that was not seen to be opened, but
 * clicked, counts as opened once. Without a time frame it may have been at any time; without programs, campaigns or
 * assets, of any; `link` is a part of the address or label of what was clicked, and goes with `clicked` only.
 */
export const activityRuleSchema = z.strictObject({
  did: z.enum(ACTIVITIES),
  not: z.boolean().optional(),
  atLeast: z.number().int().min(1).max(10_000).optional(),
  timeFrame: timeFrameSchema.optional(),
  programs: ids.optional(),
  campaigns: ids.optional(),
  assets: ids.optional(),
  link: z.string().trim().min(1).max(1000).optional(),
});
export type ActivityRule = z.infer<typeof activityRuleSchema>;

/** In a list that was saved, as it stands when the sheet is computed. */
export const listRuleSchema = z.strictObject({ list: z.string().min(1).max(64), not: z.boolean().optional() });
export type ListRule = z.infer<typeof listRuleSchema>;

/** So deep can groups and saved lists stand in each other, and so many rules can a list have with all that stand in it. */
export const SMART_LIST_DEPTH = 10;
export const SMART_LIST_RULES = 400;

export type SmartListRule = AttributeRule | ActivityRule | ListRule | SmartList;
export interface SmartList {
  match: Match;
  rules: SmartListRule[];
}

/** Who: the people for whom all, any or none of the rules hold. A list without rules has everybody in it. */
export const smartListSchema: z.ZodType<SmartList> = z
  .lazy(() =>
    z.strictObject({
      match: z.enum(MATCHES),
      rules: z.array(z.union([attributeRuleSchema, activityRuleSchema, listRuleSchema, smartListSchema])).max(200),
    }),
  )
  .meta({ id: 'SmartList' });

export const savedSmartListInputSchema = z.strictObject({
  name: z.string().trim().min(1).max(255),
  smartList: smartListSchema,
});
export type SavedSmartListInput = z.infer<typeof savedSmartListInputSchema>;
export const savedSmartListPatchSchema = savedSmartListInputSchema.partial();
export type SavedSmartListPatch = z.infer<typeof savedSmartListPatchSchema>;

/** A list that the whole workspace can use again. */
export interface SavedSmartList extends SavedSmartListInput {
  id: string;
  createdAt: string;
  updatedAt: string;
}

export const smartListCountSchema = z.strictObject({ smartList: smartListSchema });
export type SmartListCount = z.infer<typeof smartListCountSchema>;

/** How many people a list has in it, of how many that the workspace knows; deleted ones are in neither. */
export interface PeopleCount {
  people: number;
  of: number;
}

/**
 * How many people and messages a list keeps and leaves out, of those that the sheet would count without it: by date of
 * sending those of its frame, by date of activity those to whom anything happened in it.
 */
export interface SmartListCounts {
  people: { in: number; out: number };
  messages: { in: number; out: number };
}

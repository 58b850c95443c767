import { z } from 'zod';

/**
 * What a link is for: only clicks on `tracked` ones are clicks; one on the link that ends a subscription is an opt-out
 * click, one on the link to the web version a mirror-page view, one on a mail address no click but a sign of an open
 * (rule 5). Their places are stored: the list only grows at its end.
 */
export const LINK_TYPES = ['tracked', 'unsubscribe', 'mailto', 'mirror'] as const;
export type LinkType = (typeof LINK_TYPES)[number];

/** A link that somebody has clicked, with its clicks of all time, bots included. */
export interface Link {
  id: string;
  /** Without fragment and personal parameters; `malformed` stands for every address that is none. */
  url: string;
  label: string | null;
  category: string | null;
  type: LinkType;
  totalClicks: number;
}

/** The most clicked first; `next` is the `after` of the following page, null on the last. */
export interface LinkPage {
  links: Link[];
  total: number;
  next: number | null;
}

export const linkQuerySchema = z.object({
  search: z.string().max(255).optional(),
  after: z.coerce.number().int().nonnegative().default(0),
});
export type LinkQuery = z.infer<typeof linkQuerySchema>;

/** Only what is given changes. An empty label or category takes it away. */
export const linkPatchSchema = z.strictObject({
  type: z.enum(LINK_TYPES).optional(),
  label: z.string().trim().max(255).nullable().optional(),
  category: z.string().trim().max(128).nullable().optional(),
});
export type LinkPatch = z.infer<typeof linkPatchSchema>;

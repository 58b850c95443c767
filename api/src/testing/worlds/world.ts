import type { CanonicalEvent, LinkType, Settings } from '@tallysheet/contract';
import type { BruteTree } from '../oracle';

/** The choices of a workspace that change what its sheets show. */
export type WorldSettings = Pick<
  Settings,
  'timeZone' | 'weekStart' | 'repeatSends' | 'repeatKey' | 'softBounce' | 'bots' | 'links' | 'domains'
>;

/** One thing that is done to a workspace, in this order. */
export type Step =
  | { kind: 'tell'; source: string; events: readonly CanonicalEvent[] }
  /** Says what a link is for. */
  | { kind: 'retype'; link: string; type: LinkType }
  /** Chooses the settings that the world ends with, where it began with others. */
  | { kind: 'settle' };

/** A small workspace: what is in it, what happened, and when one looks. The same seed makes the same world. */
export interface World {
  seed: number;
  now: number;
  /** How it begins, and what counts in the end. */
  firstSettings: WorldSettings;
  settings: WorldSettings;
  tree: BruteTree;
  steps: readonly Step[];
}

/** What a world holds without an import: what only events have named goes to the program of that name. */
export const UNASSIGNED = 'unassigned';

/** Everything that was told, in this order, with the source that told it. */
export function toldIn({ steps }: Pick<World, 'steps'>): { source: string; event: CanonicalEvent }[] {
  return steps.flatMap((step) =>
    step.kind === 'tell' ? step.events.map((event) => ({ source: step.source, event })) : [],
  );
}

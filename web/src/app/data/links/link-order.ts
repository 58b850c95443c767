import type { Link } from '@tallysheet/contract';

/** The list with a further page; a link that has moved between two questions stands in it once. */
export function appended(known: readonly Link[], page: readonly Link[]): Link[] {
  const ids = new Set(known.map(({ id }) => id));
  return [...known, ...page.filter(({ id }) => !ids.has(id))];
}

/**
 * The list after a recount: new numbers in the old order, so that nothing jumps under the reader's hand. A link that
 * has just stopped counting clicks has none, and is kept although it has fallen off the end of what was asked for.
 */
export function recounted(known: readonly Link[], fresh: readonly Link[]): Link[] {
  const byId = new Map(fresh.map((link) => [link.id, link]));
  const kept = known.flatMap((link) => {
    const now = byId.get(link.id);
    if (now) return [now];
    return link.type === 'tracked' ? [] : [{ ...link, totalClicks: 0 }];
  });
  return appended(kept, fresh);
}

import type { BruteWorld } from './brute-query';
import { inTree, type BruteTree } from './brute-scope';

/** What a row is called; null where its name is words of the product's. */
export function nameOf({ tree, linkNames }: BruteWorld, level: string, key: string): string | null {
  switch (level) {
    case 'program':
      return inTree(tree, 'programs', key).name;
    case 'campaign':
      return inTree(tree, 'campaigns', key).name;
    case 'asset':
      return inTree(tree, 'assets', key).name;
    case 'link':
      return linkNames[key] ?? (key === 'malformed' ? null : key);
    case 'domain':
    case 'run':
    case 'variant':
      return key === '' ? null : key;
    default:
      return null;
  }
}

/** What is told of a row in columns of text. */
export function textsOf(tree: BruteTree, level: string, key: string, channel: string): Record<string, string | null> {
  if (level === 'program') return { channel, tags: tagsOf(tree, key) };
  if (level !== 'campaign' && level !== 'asset') return {};
  const found = inTree(tree, level === 'campaign' ? 'campaigns' : 'assets', key);
  const { name } = inTree(tree, 'programs', found.programId);
  const texts = { programName: name, channel, tags: tagsOf(tree, found.programId) };
  return 'subject' in found ? { ...texts, subject: found.subject, fromName: found.fromName } : texts;
}

function tagsOf(tree: BruteTree, programId: string): string | null {
  return inTree(tree, 'programs', programId).tags.join(', ') || null;
}

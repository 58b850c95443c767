/** A name as it is compared when it is searched: without regard to case and accents. */
export function plainName(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Whether a name fits a pattern, in which `*` is any text. A pattern without it is found anywhere in the name. */
export function namePatternTest(pattern: string): (name: string) => boolean {
  const pieces = plainName(pattern).split('*');
  if (pieces.length === 1) return (name) => plainName(name).includes(pieces[0]!);
  return (name) => fits(plainName(name), pieces);
}

/** Piece after piece, each as early as it comes: never slower than the name times the pattern is long. */
function fits(name: string, pieces: readonly string[]): boolean {
  const first = pieces[0]!;
  const last = pieces.at(-1)!;
  if (!name.startsWith(first) || name.length < first.length + last.length || !name.endsWith(last)) return false;
  const end = name.length - last.length;
  let at = first.length;
  for (const piece of pieces.slice(1, -1)) {
    const found = name.indexOf(piece, at);
    if (found < 0 || found + piece.length > end) return false;
    at = found + piece.length;
  }
  return true;
}

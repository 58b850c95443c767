const STROKE = 6.5;
const GROUP = 34;

/** The path of a count as tally strokes, every fifth one across the four before it; `y` is the top of the strokes. */
export function tallyPath(x: number, y: number, count: number): string {
  let path = '';
  for (let done = 0, left = x; done < count; left += GROUP) {
    const inGroup = Math.min(5, count - done);
    for (let stroke = 0; stroke < Math.min(4, inGroup); stroke += 1) path += `M${left + stroke * STROKE} ${y}v12`;
    if (inGroup === 5) path += `M${left - 5} ${y + 9.5}l30 -7`;
    done += inGroup;
  }
  return path;
}

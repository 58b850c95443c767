/* Medians and ranges of what the rounds measured. */

/** @param {readonly number[]} list @param {number} share 0.5 for the median */
export function quantile(list, share) {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** @param {readonly number[]} list */
export const median = (list) => quantile(list, 0.5);

/** `median (smallest to largest)`. @param {readonly number[]} list @param {(n: number) => string} write */
export function spread(list, write) {
  return `${write(median(list))} (${write(Math.min(...list))} to ${write(Math.max(...list))})`;
}

/** @param {number} ratio */
export const percent = (ratio) => `${Math.round(ratio * 100)} %`;
/** @param {number} n */
export const times = (n) => `${n.toFixed(2)} x`;
/** @param {number} n */
export const ms = (n) => `${n.toFixed(1)} ms`;

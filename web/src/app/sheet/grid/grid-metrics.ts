/** The heights of the grid's rows in px. The grid needs numbers, so the tokens are read once. */
export interface GridMetrics {
  row: number;
  header: number;
  letters: number;
  total: number;
}

export function gridMetrics(phone: boolean): GridMetrics {
  const style = getComputedStyle(document.documentElement);
  const px = (token: string, usual: number): number => Number.parseFloat(style.getPropertyValue(token)) || usual;
  const row = px('--row-height', 30);
  return {
    row,
    header: Math.max(px('--header-height', 40), phone ? row : 0),
    letters: px('--letters-height', 20),
    total: Math.max(36, row),
  };
}

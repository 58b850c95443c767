/** The words of an exported file. */
export const exports = {
  'export.total': 'Total',
  'export.campaign': 'Smart campaign',
  'export.email': 'Email',
} as const;

/** What rows are, on screen and in an exported file. */
export const exports = {
  'export.total': 'Total',
  'level.program': 'Program',
  'level.campaign': 'Smart campaign',
  'level.email': 'Email',
  'level.sms': 'SMS',
  'level.push': 'Push message',
  'level.link': 'Link',
  'level.domain': 'Recipient domain',
  'level.day': 'Day',
  'level.week': 'Week',
  'level.month': 'Month',
  'level.weekday': 'Day of the week',
  'level.hour': 'Hour of the day',
  'row.others': 'Others',
  'row.no-domain': 'No address known',
  'row.malformed-link': 'Malformed addresses',
} as const;

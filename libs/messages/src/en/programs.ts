/** What is entered about a program itself. */
export const programs = {
  'program.figures': 'Costs and success…',
  'program.figures.heading': 'Costs and success of {name}',
  'program.figures.costs': 'Costs by month',
  'program.figures.costs-hint': 'A report counts a month’s cost if its period has the first day of that month.',
  'program.figures.month': 'Month',
  'program.figures.amount': 'Amount',
  'program.figures.add': 'Add month',
  'program.figures.remove': 'Remove {month}',
  'program.figures.total': 'Total {total}',
  'program.figures.success': 'Statuses that are a success',
  'program.figures.success-hint': 'Names, separated by commas. Without any, each event says itself whether it is one.',
  'program.figures.known': 'So far there were: {statuses}.',
  'program.figures.fault.month': 'A month such as 2026-03',
  'program.figures.fault.twice': 'This month is there already',
  'program.figures.fault.amount': 'An amount such as 1200.50',
  'program.figures.saved': 'Costs and success of “{name}” saved',
} as const;

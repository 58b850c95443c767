/** The calendar day of an instant in a zone, as 'YYYY-MM-DD'. */
export function dayOfInstant(iso: string, timeZone: string): string {
  // This locale writes the year first.
  return new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(iso));
}

/** What a sheet says about its own numbers. */
export const sheetNotes = {
  'note.no-send-record':
    '{count, plural, =0 {Every message has a send record} one {# message has no send record; its first event stands for it} other {# messages have no send record; their first event stands for it}}',
  'note.repeat-sends-collapsed':
    '{count, plural, one {# repeated send counts with the first one} other {# repeated sends count with the first one}}',
  'note.repeat-key-missing':
    '{count, plural, one {# message does not say which send it belongs to} other {# messages do not say which send they belong to}}',
  'note.rates-mix-cohorts': 'By activity date: rates compare what happened in the period, not the same messages',
  'note.links-by-first-click': 'By activity date: people count under a link on the day of their own first click on it',
  'note.row-limit': '{shown} of {all} rows are shown; the total counts all of them',
  'note.archived-left-out':
    '{count, plural, one {# message of what is archived is left out} other {# messages of what is archived are left out}}',
  'note.latest-send': 'Latest send here: {at}',
} as const;

/** The home page and the first run. */
export const home = {
  'home.title': 'Home',
  'home.new-report': 'New report',
  'home.start': 'Open report',
  'home.recent': 'Recent reports',
  'home.recent-none': 'Saved reports appear here.',
  'home.changed': 'Changed {when}',
  'home.whole-workspace': 'Whole workspace',
  'home.failed': 'The home page could not be loaded.',
  'home.welcome': 'Welcome',
  'home.nothing-yet': 'Nothing to count yet',
  'home.nothing-yet-text':
    'Bring in the delivery events you already have. Your first report is ready as soon as the last row is read.',
  'home.import': 'Import a file',
  'home.import-text': 'A Marketo activity export as CSV, also compressed, or its programs and emails as JSON.',
  'home.import-action': 'Choose a file',
  'home.demo': 'Look around first',
  'home.demo-text': 'A demo workspace: 14 campaigns, 30 emails, a year of events. Remove it any time.',
  'home.demo-action': 'Load the demo',
  'home.demo-loading': 'Loading the demo, about 20 seconds',
  'home.demo-ready': 'The demo is in.',
  'home.created':
    'Workspace created, {zone}, {weekStart, select, monday {weeks start on Monday} saturday {weeks start on Saturday} other {weeks start on Sunday}}',
} as const;

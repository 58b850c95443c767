/** What failed, by the server's codes; why a row could not be used; and the names of import formats. */
export const errors = {
  'error.demo-not-empty': 'The workspace already holds data. The demo loads into an empty workspace only.',
  'error.import-cancelled':
    'The import was stopped before the end. What was read is in; importing the file again adds the rest.',
  'error.offline': 'The server does not answer. Nothing was changed.',
  'error.invalid-request': 'The server could not read this request. Nothing was changed.',
  'error.unreadable-body': 'What was sent is not readable as JSON. Nothing was changed.',
  'error.unknown-format': 'There is no format “{format}”.',
  'error.unknown-report-type': 'There is no report type “{reportType}”.',
  'error.unknown-column': 'This report type has no column “{column}”.',
  'error.unknown-grouping': 'This report cannot be grouped by {level}.',
  'error.levels-not-together':
    'Rows by {a} cannot be divided by {b}: links and domains are kept neither by the time of day nor by variant or run. Choose one of them.',
  'error.column-not-at-level':
    'The column {column} is not counted by {level}. Take it away, or group by something else.',
  'error.unreadable-cursor': 'The list cannot go on from here. Open it again.',
  'error.cursor-expired': 'The rest of this sheet is no longer kept. Count it again.',
  'error.attribute-unit-unfit':
    'Rows by {attribute} cannot be put together in this way: a unit is for dates, a step for numbers.',
  'error.time-basis-not-offered':
    'This report cannot be counted by this date. Leave the time basis out, or choose one that it offers.',
  'error.list-not-offered': 'This report does not count messages alone: it takes no smart list.',
  'error.reconcile-not-offered': 'Only reports on messages can be compared with a Marketo export.',
  'error.trend-not-offered': 'This report has numbers that cannot be split by time: leave the trend out.',
  'error.filter-not-offered':
    'This report counts people, whatever they were sent: it takes no filter of programs, campaigns or emails.',
  'error.cell-not-countable':
    'The column {column} counts nobody by itself{of, select, null {} other {: ask for {of} or {over}}}.',
  'error.row-not-found': 'The sheet no longer has this row.',
  'error.unknown-time-zone': 'This time zone is not known.',
  'error.bad-formula':
    'Character {position}: {expected, select, value {a number, a column or a function is expected here} operator {+, −, *, / or the end is expected here} opening {an opening bracket is expected here} closing {a closing bracket is expected here} separator {a comma and another value are expected here} comparison {a comparison such as > is expected here} places {a whole number of decimal places from 0 to 10 is expected here} range {this number is too large} column {there is no column of this name} function {there is no function of this name} numbers {this column holds no numbers} earlier {only calculated columns that stand before this one can be named} depth {this is nested too deeply} length {a formula has at most 1,000 characters} other {this cannot be read}}.',
  'error.column-id-taken': 'There is already a column with the id “{column}”.',
  'error.nothing-to-compare':
    'All time has no period before it. Choose a shorter time frame, or two dates to compare with.',
  'error.too-many-trend-columns':
    'That would be {count, number} columns beside the others; there is room for {limit, number}. Choose a shorter time frame, longer steps such as months, or fewer columns.',
  'error.empty-file': 'The file is empty.',
  'error.not-csv':
    'The file is not a CSV table{looksLike, select, html { but a web page} xml { but XML} json { but JSON} zip { but a ZIP or Excel file} pdf { but a PDF} binary { but a binary file} other {}}. Nothing was imported.',
  'error.not-json': 'The file is not JSON. Nothing was imported.',
  'error.missing-columns': 'Columns are missing: {missing}. The file has: {found}.',
  'error.duplicate-columns': 'A column stands in the file more than once. Nothing was imported.',
  'error.bad-gzip': 'The compressed file is damaged or cut off. What was readable is in.',
  'error.undecodable-file': 'The file is not UTF-8 text. Nothing was imported.',
  'error.bad-workbook':
    'The file {fault, select, old {is an Excel file of the old format (.xls). Save it as .xlsx or CSV} large {unpacks to more than a report ever holds} damaged {is a damaged Excel file. Export it again} other {is no Excel file, whatever its name says. Export the report as .xlsx or CSV}}.',
  'error.no-report':
    'No table of this report was found in the file. Its header needs a column of names and one of numbers, such as Email Name and Sent.',
  'error.export-too-long': 'The file has more than {limit, number} rows. Export a shorter period or fewer emails.',
  'error.no-file': 'There is no file to compare with.',
  'error.bad-signature':
    'The signature is not one that this key’s sender makes. Check the signing key under Data → Sources.',
  'error.unknown-source-key': 'No source has this key. Check the address of the webhook under Data → Sources.',
  'error.unauthorized': 'Sign in to go on.',
  'error.forbidden': 'You may not do this.',
  'error.foreign-origin': 'This request came from another website and was refused.',
  'error.unknown-host': 'The server does not know the address it was called by.',
  'error.not-found': 'There is nothing at this address.',
  'error.method-not-allowed': 'This address is called by POST only. Choose POST for the webhook at the sender.',
  'error.body-too-slow': 'What was sent did not come in time. Nothing was changed; send it again.',
  'error.report-not-found': 'This report does not exist any more.',
  'error.asset-not-found': 'This email does not exist.',
  'error.program-not-found': 'This program does not exist any more.',
  'error.import-not-found': 'This import does not exist.',
  'error.link-not-found': 'This link does not exist. It may count as another one by now: reload the list.',
  'error.settings-changing': 'Everything is being recounted. Change the settings when that is done.',
  'error.payload-too-large': 'This is too large. At most {limit} can be sent.',
  'error.database-busy': 'The database is busy. Try again in a moment: it is safe to send this again.',
  'error.not-retryable':
    'This cannot be read again: it was forged, is no event at all, or was too long to be kept whole.',
  'error.sender-unreachable':
    'What the sender names in its call cannot be fetched now. Nothing was changed; try again.',
  'error.overloaded': 'The server is busy with other calls. Nothing was changed; try again in a moment.',
  'error.too-many-listeners':
    'At most {limit} pages can follow the numbers at once. This one shows those of when it was counted: count again for newer ones.',
  'error.report-timed-out':
    'Counting took more than {seconds, plural, one {# second} other {# seconds}} and was stopped. Choose a shorter period or fewer campaigns, or count again later.',
  'error.internal': 'Something went wrong on the server. It was noted there.',
  'error.attribute-not-found': 'This attribute does not exist.',
  'error.attribute-values-unfit':
    '{count, plural, one {# value} other {# values}} of “{name}” {count, plural, one {does} other {do}} not fit the type {type, select, text {text} number {number} date {date} boolean {yes or no} other {{type}}}. Nothing was changed.',
  'error.attribute-name-too-long':
    'A column has a name of more than {limit} characters: “{start}…”. Nothing was imported.',
  'error.too-many-attributes':
    'A workspace has at most {limit} attributes of people, and this file brings more. Rows that were read before are in.',
  'error.smart-list-not-found': 'This smart list does not exist any more.',
  'error.smart-list-in-use':
    '{count, plural, one {# report or smart list uses} other {# reports and smart lists use}} this list: {names}. Change them first.',
  'error.smart-list-in-itself': 'The smart list “{name}” would be a part of itself.',
  'error.smart-list-too-deep': 'Groups and saved lists can stand in each other {limit} deep at most.',
  'error.smart-list-too-long':
    'A smart list has at most {limit, number} rules and values, with those of the lists that it names.',
  'error.unknown-attribute': 'No person has an attribute “{attribute}”.',
  'error.unknown-smart-list': 'A rule names a smart list that does not exist any more.',
  'error.operator-not-for-type':
    '“{attribute}” is {type, select, text {a text} number {a number} date {a date} boolean {yes or no} other {{type}}} and cannot be compared in this way.',
  'error.value-not-for-type':
    '“{value}” is not {type, select, text {a text} number {a number} date {a day such as 2026-03-02} boolean {yes or no} other {{type}}}, as “{attribute}” is.',
  'error.range-upside-down': 'The range ends before it begins: from {from} to {to}.',
  'error.link-not-clicked': 'Only a rule about clicks can name a link.',
  'reject.row-too-short': 'The row has fewer fields than the header',
  'reject.row-too-long': 'The row has more fields than the header',
  'reject.row-too-large': 'The row is too large',
  'reject.unclosed-quote': 'A quotation mark is never closed',
  'reject.file-ends-early': 'The file ends within this row',
  'reject.bad-quote': 'A quotation mark stands in the wrong place',
  'reject.bad-date': 'The date is not a date',
  'reject.date-too-early': 'The date is before 1980',
  'reject.date-in-future': 'The date is more than a day ahead',
  'reject.bad-activity-type': 'The activity type is not a number',
  'reject.attributes-not-json': 'The attributes are not JSON',
  'reject.missing-person': 'There is no person',
  'reject.missing-asset': 'There is no email',
  'reject.missing-id': 'There is no id',
  'reject.missing-name': 'There is no name',
  'reject.invalid-field': 'A field is not what it should be',
  'reject.unknown-event-type': 'This type of event is not known',
  'reject.not-json': 'This is not JSON',
  'reject.unreadable-body': 'The body cannot be read',
  'reject.bad-signature': 'The signature is not the sender’s',
  'reject.event-id-conflict': 'Another event has the same id',
  'format.marketo-activities': 'Marketo activities (CSV)',
  'format.marketo-assets': 'Marketo programs, campaigns and emails (JSON)',
  'format.events': 'Tallysheet events',
  'format.people': 'People and their attributes (CSV)',
  'format.sendgrid': 'Webhook bodies of SendGrid',
  'format.mailgun': 'Webhook bodies of Mailgun',
  'format.ses': 'Webhook bodies of Amazon SES',
  'format.postmark': 'Webhook bodies of Postmark',
  'format.sparkpost': 'Webhook bodies of SparkPost',
  'format.mailjet': 'Webhook bodies of Mailjet',
  'format.brevo': 'Webhook bodies of Brevo',
  'format.mandrill': 'Webhook bodies of Mandrill',
  'format.resend': 'Webhook bodies of Resend',
  'format.mailersend': 'Webhook bodies of MailerSend',
  'format.twilio': 'Webhook bodies of Twilio',
  'format.vonage': 'Webhook bodies of Vonage',
  'format.push': 'Webhook bodies of a push sender',
} as const;

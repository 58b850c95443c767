/**
 * Every error the API answers with: a stable code, its HTTP status, and facts for the text.
 * The text itself stands in libs/messages under `error.<code>` and is made at the edge.
 */
export const ERROR_STATUS = {
  'invalid-request': 400,
  'unreadable-body': 400,
  'unknown-format': 400,
  'unknown-report-type': 400,
  'unknown-column': 400,
  'unknown-grouping': 400,
  'unknown-attribute': 400,
  'attribute-unit-unfit': 400,
  'time-basis-not-offered': 400,
  'filter-not-offered': 400,
  'list-not-offered': 400,
  'trend-not-offered': 400,
  'reconcile-not-offered': 400,
  'column-not-at-level': 400,
  'levels-not-together': 400,
  'unknown-time-zone': 400,
  'bad-formula': 400,
  'column-id-taken': 400,
  'unreadable-cursor': 400,
  'cursor-expired': 410,
  'cell-not-countable': 422,
  'row-not-found': 404,
  'nothing-to-compare': 400,
  'too-many-trend-columns': 400,
  'empty-file': 422,
  'not-csv': 422,
  'not-json': 422,
  'missing-columns': 422,
  'duplicate-columns': 422,
  'bad-gzip': 422,
  'undecodable-file': 422,
  'bad-workbook': 422,
  'no-report': 422,
  'export-too-long': 422,
  'no-file': 400,
  unauthorized: 401,
  forbidden: 403,
  'bad-signature': 401,
  'unknown-source-key': 404,
  'foreign-origin': 403,
  'unknown-host': 421,
  'not-found': 404,
  'method-not-allowed': 405,
  'body-too-slow': 408,
  'report-not-found': 404,
  'asset-not-found': 404,
  'program-not-found': 404,
  'import-not-found': 404,
  'link-not-found': 404,
  'import-cancelled': 400,
  'settings-changing': 409,
  'demo-not-empty': 409,
  'payload-too-large': 413,
  'not-retryable': 409,
  'sender-unreachable': 503,
  overloaded: 503,
  'database-busy': 503,
  'too-many-listeners': 503,
  'report-timed-out': 504,
  internal: 500,
  'attribute-not-found': 404,
  'attribute-values-unfit': 409,
  'attribute-name-too-long': 422,
  'too-many-attributes': 422,
  'smart-list-not-found': 404,
  'smart-list-in-use': 409,
  'smart-list-in-itself': 400,
  'smart-list-too-deep': 400,
  'smart-list-too-long': 400,
  'unknown-smart-list': 400,
  'operator-not-for-type': 400,
  'value-not-for-type': 400,
  'range-upside-down': 400,
  'link-not-clicked': 400,
} as const satisfies Record<string, number>;
export type ErrorCode = keyof typeof ERROR_STATUS;

/** Why one row or event could not be used. It is kept as it came and listed with this code. */
export const REJECT_CODES = [
  'row-too-short',
  'row-too-long',
  'row-too-large',
  'unclosed-quote',
  'file-ends-early',
  'bad-quote',
  'bad-date',
  'date-too-early',
  'date-in-future',
  'bad-activity-type',
  'attributes-not-json',
  'missing-person',
  'missing-asset',
  'missing-id',
  'missing-name',
  'invalid-field',
  'event-id-conflict',
  'unknown-event-type',
  'not-json',
  'unreadable-body',
  'bad-signature',
] as const;
export type RejectCode = (typeof REJECT_CODES)[number];

export type ErrorParams = Record<string, string | number | null>;

/** The one error that services throw on purpose; everything else is a fault and answers `internal`. */
export class TallysheetError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly params: ErrorParams = {},
    readonly path?: string,
  ) {
    super(`${code} ${JSON.stringify(params)}`);
  }
}

/** RFC 9457 problem document, `application/problem+json`. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: ErrorCode;
  params: ErrorParams;
  path?: string;
  requestId: string;
}

import type { CatalogueColumn, ReportTypeInfo, Sheet, SheetRow, Unit } from '@tallysheet/contract';
import { countRows } from '@tallysheet/report-model';

function column(id: string, label: string, unit: Unit, more: Partial<CatalogueColumn> = {}): CatalogueColumn {
  return {
    id,
    label,
    unit,
    help: `About ${label}.`,
    rule: '',
    default: true,
    better: null,
    parts: null,
    missingAt: [],
    ...more,
  };
}

/** A small report type: two counts, a rate of them, a text and an instant that are not shown at first. */
export const TYPE: ReportTypeInfo = {
  id: 'campaign-email-performance',
  label: 'Campaign email performance',
  help: 'How campaigns did.',
  nameLabel: 'Campaign / email',
  channel: 'email',
  rowLevels: ['campaign', 'asset'],
  groupings: ['program', 'campaign', 'asset', 'domain'],
  counts: 'messages',
  addsUp: true,
  timeBases: ['sent', 'activity'],
  columns: [
    column('delivered', 'Delivered', 'count', { rule: 'Number of messages' }),
    column('opened', 'Opened', 'count', { rule: 'Number of messages' }),
    column('openRate', '% Opened', 'rate', { rule: 'Opened ÷ Delivered', parts: { of: 'opened', over: 'delivered' } }),
    column('subject', 'Subject', 'text', { default: false }),
    column('lastActivityAt', 'Last activity', 'instant', { default: false, missingAt: ['link', 'domain'] }),
  ],
};

function row(id: string, parentId: string | null, name: string, delivered: number, opened: number): SheetRow {
  return {
    id,
    parentId,
    level: parentId === null ? 0 : 1,
    kind: parentId === null ? 'campaign' : 'email',
    nodeId: id.split('/').at(-1) ?? id,
    name,
    values: { delivered, opened, openRate: delivered === 0 ? null : opened / delivered },
  };
}

/** Two campaigns; the second has an email that was never delivered, and so no rate. */
export const ROWS: readonly SheetRow[] = [
  row('c1', null, 'Teaser', 30, 12),
  row('c1/e1', 'c1', 'Email 2', 10, 2),
  row('c1/e2', 'c1', 'Email 10', 20, 10),
  row('c2', null, 'Launch', 100, 30),
  row('c2/e3', 'c2', 'Bounced', 0, 0),
  row('c2/e4', 'c2', 'Landed', 100, 30),
];

/** The sheet of these rows. */
export function sheetOf(rows: readonly SheetRow[] = ROWS, notes: Sheet['notes'] = []): Sheet {
  return {
    reportType: TYPE.id,
    timeFrame: { from: null, to: null, timeZone: 'UTC', basis: 'sent' },
    columns: TYPE.columns.filter((known) => known.default).map(({ id, label, unit }) => ({ id, label, unit })),
    rows: [...rows],
    rowCounts: countRows(rows),
    total: { id: 'total', values: { delivered: 130, opened: 42, openRate: 42 / 130 } },
    notes,
    computedAt: '2026-11-22T14:32:00.000Z',
    revision: 7,
  };
}

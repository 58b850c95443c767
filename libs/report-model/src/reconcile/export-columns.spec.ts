import { reportTypeById } from '../types/registry';
import { exportColumns, knownHeader } from './export-columns';
import { aTable, theirsOf } from './testing/tables';

const type = reportTypeById('email-performance');
const held = (headers: string[]) =>
  exportColumns(headers, type, ['asset']).map((column) =>
    column.kind === 'metric' ? column.id : column.kind === 'name' ? `name:${column.level}` : 'other',
  );

describe('The columns of a Marketo export', () => {
  it('are known by Marketo’s own names', () => {
    const headers = [
      ...['Email Name', 'Sent', 'Delivered', '% Delivered', 'Hard Bounced', 'Soft Bounced', 'Pending', 'Aborted'],
      ...['Opened', '% Opened', 'Clicked Email', '% Clicked Email', 'Clicked to Opened Ratio', 'Unsubscribed'],
      ...['% Unsubscribed', 'First Activity (America/Chicago)', 'Workspace'],
    ];
    expect(held(headers)).toEqual([
      ...['name:asset', 'sent', 'delivered', 'deliveredRate', 'hardBounced', 'softBounced', 'pending', 'aborted'],
      ...['opened', 'openRate', 'clicked', 'clickRate', 'clickToOpenRate', 'unsubscribed', 'unsubscribeRate'],
      ...['other', 'other'],
    ]);
  });

  it('are known in French', () => {
    const headers = [
      ...['Nom de l’e-mail', 'Envoyés', 'Délivrés', '% Délivrés', 'Renvois définitifs', 'Retours temporaires'],
      ...['En attente', 'Abandonnés', 'Ouverts', 'Lien cliqué', 'Clics / ouvertures', 'Désabonnés'],
    ];
    expect(held(headers)).toEqual([
      ...['name:asset', 'sent', 'delivered', 'deliveredRate', 'hardBounced', 'softBounced'],
      ...['pending', 'aborted', 'opened', 'clicked', 'clickToOpenRate', 'unsubscribed'],
    ]);
  });

  it('count once: a second one of the same name is passed over', () => {
    expect(held(['Email Name', 'Sent', 'sent', 'Clicked Link', 'Clicked Email'])).toEqual([
      ...['name:asset', 'sent', 'other', 'clicked', 'other'],
    ]);
  });

  it('tell a header from any other line', () => {
    expect(['Email Name', 'SENT', 'First Activity (UTC)'].map(knownHeader(type))).toEqual([true, true, true]);
    expect(['Owner', '', 'Sent Date: last 7 days'].map(knownHeader(type))).toEqual([false, false, false]);
  });
});

describe('The rows of a Marketo export', () => {
  it('end with a total if the last one is called so', () => {
    const table = aTable(['Campaign Name', 'Email Name', 'Sent'], ['Total', 'Invite', 2], ['Grand Total', null, 2]);
    const { rows, total } = theirsOf(table);
    expect(rows.map(({ names }) => names)).toEqual([{ campaign: 'Total', asset: 'Invite' }]);
    expect(total?.values.get('sent')).toEqual({ value: 2, step: 0 });
  });

  it('without a name are no rows', () => {
    expect(theirsOf(aTable(['Email Name', 'Sent'], [null, 3], ['', 4])).rows).toEqual([]);
  });
});

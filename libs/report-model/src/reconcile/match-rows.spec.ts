import type { RowLevel, TableCell } from '@tallysheet/contract';
import { matchRows } from './match-rows';
import { aTable, ourRows, theirsOf } from './testing/tables';

const BOTH: RowLevel[] = ['campaign', 'asset'];
const OURS = {
  Spring: { programName: 'Launch' },
  'Spring > Invite': { programName: 'Launch' },
  'Spring > Reminder': { programName: 'Launch' },
  Autumn: { programName: 'Sale' },
  'Autumn > Invite': { programName: 'Sale' },
};

/** Each row of the file as `line: row`, then what only the sheet has. */
function matched(told: Record<string, object>, headers: string[], ...rows: TableCell[][]) {
  const ours = ourRows(told as Parameters<typeof ourRows>[0]);
  const { theirs, onlyOurs } = matchRows(theirsOf(aTable(headers, ...rows)).rows, ours, BOTH);
  return {
    theirs: theirs.map((match) => (match.kind === 'matched' ? match.ours.nodeId : match.kind)),
    onlyOurs: onlyOurs.map(({ nodeId }) => nodeId),
  };
}

describe('Finding the rows of an export in a sheet', () => {
  it('goes by campaign and email, with a campaign told once for its emails', () => {
    const rows = [
      ['Spring', null, 3],
      [null, 'Invite', 2],
      [null, 'Reminder', 1],
      ['Autumn', 'Invite', 4],
    ];
    expect(matched(OURS, ['Campaign Name', 'Email Name', 'Sent'], ...rows)).toEqual({
      theirs: ['Spring', 'Spring > Invite', 'Spring > Reminder', 'Autumn > Invite'],
      onlyOurs: ['Autumn'],
    });
  });

  it('reads a column of campaigns and emails from the top', () => {
    const rows = [
      ['Spring', 3],
      ['Invite', 2],
      ['Autumn', 4],
      ['Invite', 4],
    ];
    expect(matched(OURS, ['Campaign / Email', 'Sent'], ...rows)).toEqual({
      theirs: ['Spring', 'Spring > Invite', 'Autumn', 'Autumn > Invite'],
      onlyOurs: ['Spring > Reminder'],
    });
  });

  it('knows an asset by its program too, and does not guess without it', () => {
    const rows = [
      ['Launch.Invite', 2],
      ['sale.invite', 4],
      ['Reminder', 1],
    ];
    expect(matched(OURS, ['Email Name', 'Sent'], ...rows)).toEqual({
      theirs: ['Spring > Invite', 'Autumn > Invite', 'Spring > Reminder'],
      onlyOurs: [],
    });
    expect(matched(OURS, ['Email Name', 'Sent'], ['Invite', 2])).toEqual({
      theirs: ['ambiguous'],
      onlyOurs: ['Spring > Reminder'],
    });
  });

  it('takes a column of programs into account', () => {
    expect(matched(OURS, ['Program Name', 'Email Name', 'Sent'], ['Sale', 'Invite', 4]).theirs).toEqual([
      'Autumn > Invite',
    ]);
  });

  it('finds a row of ours that is called by its program itself', () => {
    const ours = { Spring: { programName: null }, 'Spring > Launch.Invite': { programName: 'Launch' } };
    expect(matched(ours, ['Email Name', 'Sent'], ['Invite', 2]).theirs).toEqual(['Spring > Launch.Invite']);
  });

  it('two rows of theirs that could be one of ours are neither', () => {
    const rows = [
      ['Reminder', 1],
      ['REMINDER ', 1],
    ];
    expect(matched(OURS, ['Email Name', 'Sent'], ...rows).theirs).toEqual(['ambiguous', 'ambiguous']);
  });

  it('of names that differ in their case only the one that is written exactly so counts', () => {
    const ours = { spring: {}, Spring: {} };
    expect(matched(ours, ['Campaign Name', 'Sent'], ['Spring', 1], ['SPRING', 1]).theirs).toEqual([
      'ambiguous',
      'ambiguous',
    ]);
    expect(matched(ours, ['Campaign Name', 'Sent'], ['Spring', 1], ['spring', 1]).theirs).toEqual(['Spring', 'spring']);
  });

  it('a name that the sheet does not have is only theirs', () => {
    expect(matched(OURS, ['Email Name', 'Sent'], ['Winter.Invite', 2]).theirs).toEqual(['none']);
  });
});

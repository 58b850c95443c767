import { gzipSync } from 'node:zlib';
import { aWorkbook, workbookFiles, zipped, type WorkbookSheet } from '@tallysheet/testing';
import { readMarketoReport } from './read-report';

const KNOWN = new Set(['email name', 'sent', 'delivered', '% opened']);
const read = (file: Uint8Array | string) =>
  readMarketoReport(Buffer.from(file), (name) => KNOWN.has(name.toLowerCase()));
const fault = (code: string, params: object = {}) =>
  expect.objectContaining({ code, params: expect.objectContaining(params) });

const REPORT: WorkbookSheet = {
  name: 'Email Performance',
  rows: [
    ['Email Name', 'Sent', '% Opened'],
    ['Spring.Invite & <more>', 120, 0.25],
    ['Spring.Reminder', 80, null],
  ],
};

describe('Reading a report that Marketo has exported', () => {
  it('finds header, texts and numbers in a workbook', async () => {
    expect(await read(aWorkbook(REPORT))).toEqual({
      sheetName: 'Email Performance',
      headers: ['Email Name', 'Sent', '% Opened'],
      rows: [
        { line: 2, cells: ['Spring.Invite & <more>', 120, 0.25] },
        { line: 3, cells: ['Spring.Reminder', 80] },
      ],
      unreadable: 0,
    });
  });

  it('passes over lines above the header, sheets about something else, and hidden ones', async () => {
    const titled = { ...REPORT, rows: [['Email performance'], [], ['Sent Date: last 7 days'], ...REPORT.rows] };
    const notes = { name: 'Notes', rows: [['Owner', 'Ada']] };
    const table = await read(aWorkbook(notes, { ...REPORT, name: 'Old', hidden: true }, titled));
    expect(table).toMatchObject({ sheetName: 'Email Performance', headers: ['Email Name', 'Sent', '% Opened'] });
    expect(table.rows.map(({ line }) => line)).toEqual([5, 6]);
  });

  it('takes of a formula its last result, and runs nothing', async () => {
    const formula = { formula: 'SUM(B2:B3)', result: 200 };
    const { rows } = await read(aWorkbook({ ...REPORT, rows: [...REPORT.rows, ['Grand Total', formula, null]] }));
    expect(rows.at(-1)).toEqual({ line: 4, cells: ['Grand Total', 200] });
  });

  it('reads what other programs write: texts in their cells, names with a prefix, no places', async () => {
    const files = workbookFiles(REPORT);
    const text = (value: string) => `<x:c t="inlineStr"><x:is><x:r><x:t>${value}</x:t></x:r></x:is></x:c>`;
    files['xl/worksheets/sheet1.xml'] =
      '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>' +
      `<x:row>${text('Email Name')}${text('Sent')}</x:row><x:row>${text('Invite')}<x:c><x:v>7</x:v></x:c></x:row>` +
      '</x:sheetData></x:worksheet>';
    expect((await read(zipped(files))).rows).toEqual([{ line: 2, cells: ['Invite', 7] }]);
  });

  it.each([
    ['commas', 'Email Name,Sent\r\n"Invite, first",12\r\n'],
    ['semicolons, as a French Excel writes them', '\ufeffEmail Name;Sent\nInvite, first;12\n'],
  ])('reads CSV with %s', async (_, text) => {
    expect((await read(text)).rows).toEqual([{ line: 2, cells: ['Invite, first', '12'] }]);
  });

  it('reads packed CSV, and counts lines that cannot be read', async () => {
    const table = await read(gzipSync('Email Name,Sent\nInvite,12\nbroken,1,2,3\n'));
    expect(table).toMatchObject({ rows: [{ line: 2, cells: ['Invite', '12'] }], unreadable: 1 });
  });
});

describe('A file that is no report', () => {
  it.each([
    ['nothing', '', 'empty-file', {}],
    ['another table', 'Owner,Region\nAda,North\n', 'no-report', {}],
    ['a web page', '<!doctype html><html><body>Sign in</body></html>', 'not-csv', { looksLike: 'html' }],
    ['something called a ZIP file', 'PK and no more', 'bad-workbook', { fault: 'foreign' }],
    ['an old Excel file', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'bad-workbook', { fault: 'old' }],
    ['a ZIP file of something else', zipped({ 'notes.txt': 'hello' }), 'bad-workbook', { fault: 'foreign' }],
    ['a workbook about something else', aWorkbook({ name: 'S', rows: [['Owner', 'Region']] }), 'no-report', {}],
    ['half a workbook', aWorkbook(REPORT).slice(0, 600), 'bad-workbook', { fault: 'foreign' }],
  ])('is refused with the reason: %s', async (_, file, code, params) => {
    await expect(read(file)).rejects.toEqual(fault(code, params));
  });

  it('is one whose XML is broken, or brings entities of its own', async () => {
    for (const xml of [
      '<worksheet><sheetData></worksheet>',
      '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet>&a;</worksheet>',
    ]) {
      const file = zipped({ ...workbookFiles(REPORT), 'xl/worksheets/sheet1.xml': xml });
      await expect(read(file)).rejects.toEqual(fault('bad-workbook', { fault: 'damaged' }));
    }
  });

  it.each([
    ['one endless text', `<worksheet><sheetData><row r="1"><c t="inlineStr"><is><t>${'a'.repeat(3_000_000)}`, 'large'],
    ['elements without end', `<worksheet>${'<row>'.repeat(200_000)}`, 'damaged'],
  ])('is ended early when it would fill the memory: %s', async (_, xml, reason) => {
    const file = zipped({ ...workbookFiles(REPORT), 'xl/worksheets/sheet1.xml': xml });
    await expect(read(file)).rejects.toEqual(fault('bad-workbook', { fault: reason }));
  });

  it('is a bomb, whatever size it claims to unpack to', async () => {
    const filler = `<c><v>${'1'.repeat(1000)}</v></c>`.repeat(140_000);
    const bomb = zipped({ ...workbookFiles(REPORT), 'xl/worksheets/sheet1.xml': `<worksheet>${filler}</worksheet>` });
    expect(bomb.length).toBeLessThan(1_000_000);
    await expect(read(bomb)).rejects.toEqual(fault('bad-workbook', { fault: 'large' }));
    await expect(read(claimingLess(bomb))).rejects.toEqual(fault('bad-workbook', { fault: 'damaged' }));
  });

  it('is one with a cell at the end of the world, which costs nothing', async () => {
    const far = workbookFiles(REPORT);
    far['xl/worksheets/sheet1.xml'] = far['xl/worksheets/sheet1.xml']!.replace(
      '</sheetData>',
      '<row r="1048576"><c r="A1048576"><v>1</v></c><c r="XFD1048576"><v>2</v></c></row></sheetData>',
    );
    expect((await read(zipped(far))).rows.at(-1)).toEqual({ line: 1_048_576, cells: [1] });
  });

  it.each([
    ['CSV', Buffer.from(`Email Name,Sent\n${'a,1\n'.repeat(200_000)}`)],
    ['XLSX', aWorkbook({ name: 'S', rows: [REPORT.rows[0]!, ...Array.from({ length: 200_000 }, () => [null, 1])] })],
  ])('is one of 200,000 rows: %s', async (_, file) => {
    await expect(read(file)).rejects.toEqual(fault('export-too-long', { limit: 100_000 }));
  });
});

/** The same file, with what is large in it said to be of 100 bytes. */
function claimingLess(zip: Uint8Array): Uint8Array {
  const bytes = Buffer.from(zip);
  for (let at = bytes.indexOf('PK\u0001\u0002'); at >= 0; at = bytes.indexOf('PK\u0001\u0002', at + 4)) {
    if (bytes.readUInt32LE(at + 24) > 1_000_000) bytes.writeUInt32LE(100, at + 24);
  }
  return bytes;
}

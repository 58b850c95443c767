import fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { activityLine, extract, HEADER, NOW } from '../fixtures/activities';
import { csvLine, DELIMITER, LINE_END, VALUE } from '../fixtures/csv';
import { bytesOf, collect, collectUntilFault, textOf } from '../fixtures/streams';
import { decodeFile } from '../text/decode-file';
import { activityTypeName } from './activity-types';
import type { EventRow } from '../reading';
import { readMarketoActivities } from './read-activities';

const now = (): number => NOW;

const read = (text: string, mapping?: Record<string, string>): Promise<EventRow[]> =>
  collect(readMarketoActivities(textOf(text), { now, mapping }));

/** Line and event kind, passed-over type, or reject code of each row. */
const told = (rows: readonly EventRow[]): [number, string][] =>
  rows.map(({ line, result }) => {
    if (result.kind === 'event') return [line, result.event.kind];
    return [line, result.kind === 'passed-over' ? result.type : result.code];
  });

describe('reading a Bulk Activity Extract', () => {
  it('reads its rows with their lines and their own text', async () => {
    const open = activityLine({
      activityTypeId: '10',
      attributes: '{"User Agent":"Mozilla/5.0","Note":"two\\nlines, \\"quoted\\""}',
    });
    const rows = await read(extract(activityLine(), open, activityLine({ activityTypeId: '1' })));
    expect(told(rows)).toEqual([
      [2, 'delivered'],
      [3, 'opened'],
      [4, '1'],
    ]);
    expect(rows[1]?.raw).toBe(open);
    expect(rows[1]?.result).toMatchObject({
      event: { person: { id: '5414087' }, agent: { userAgent: 'Mozilla/5.0' } },
    });
  });

  it('takes "null" and empty values for absent', async () => {
    const [row] = await read(
      extract(activityLine({ marketoGUID: 'null', campaignId: '', primaryAttributeValue: 'null', attributes: 'null' })),
    );
    expect(row?.result).toEqual({
      kind: 'event',
      event: {
        kind: 'delivered',
        at: '2026-02-13T14:06:20.000Z',
        person: { id: '5414087' },
        channel: 'email',
        asset: { id: '1670' },
      },
    });
  });

  it('reads a subset of the columns in another order, with other ones between', async () => {
    const text =
      'note;activityTypeId; Primary Attribute Value ID;ACTIVITYDATE;leadid\nx;6;9;2026-01-01T00:00:00+0100;7\n';
    expect((await read(text))[0]?.result).toMatchObject({
      event: { kind: 'sent', at: '2025-12-31T23:00:00.000Z', person: { id: '7' }, asset: { id: '9' } },
    });
  });

  it('reads renamed columns through a mapping', async () => {
    const text = 'Person,When,Type,Email\n7,2026-01-01T00:00:00Z,6,9\n';
    const mapping = {
      leadId: 'person',
      activityDate: 'When',
      activityTypeId: 'type',
      primaryAttributeValueId: 'e mail',
    };
    expect(told(await read(text, mapping))).toEqual([[2, 'sent']]);
    await expect(read(text, { ...mapping, campaignId: 'Campaign' })).rejects.toMatchObject({
      code: 'missing-columns',
      params: { missing: 'Campaign' },
    });
    await expect(read(text, { person: 'Person' })).rejects.toMatchObject({ code: 'invalid-request' });
  });

  it('reads the optional result of the action', async () => {
    const text = `actionResult,${HEADER}\nskipped,${activityLine({ activityTypeId: '6' })}\nsucceeded,${activityLine()}\n`;
    expect(told(await read(text))).toEqual([
      [2, '6 skipped'],
      [3, 'delivered'],
    ]);
  });

  it('lists bad rows, and loses no good one to them', async () => {
    const text = extract(
      activityLine(),
      activityLine().slice(0, -1),
      activityLine({ activityDate: '2024-02-30T00:00:00Z' }),
      'only,two',
      `${activityLine()},more`,
      activityLine({ attributes: 'Step 1' }),
      activityLine(),
    );
    const rows = await read(text);
    expect(told(rows)).toEqual([
      [2, 'delivered'],
      [3, 'unclosed-quote'],
      [4, 'bad-date'],
      [5, 'row-too-short'],
      [6, 'row-too-long'],
      [7, 'attributes-not-json'],
      [8, 'delivered'],
    ]);
    expect(rows[2]?.result).toMatchObject({ field: 'activityDate', detail: '2024-02-30T00:00:00Z' });
  });

  it('reads what a cut-off gzip file holds, then says where it ends', async () => {
    const lines = Array.from({ length: 5000 }, (_, index) => activityLine({ marketoGUID: String(index * 7919) }));
    const packed = gzipSync(extract(...lines));
    const bytes = bytesOf(packed.subarray(0, packed.length - 1000));
    const rows = await collect(readMarketoActivities(decodeFile(bytes), { now }));
    const last = rows.pop();
    expect(rows.length).toBeGreaterThan(4000);
    expect(rows.every(({ result }) => result.kind === 'event')).toBe(true);
    expect(last).toMatchObject({
      line: rows.length + 2,
      result: { code: 'file-ends-early', detail: 'unexpected end of file' },
    });
    expect(lines[rows.length]?.startsWith(last?.raw ?? '?')).toBe(true);
  });

  it('says bad-gzip when not even the header could be unpacked', async () => {
    const packed = gzipSync(extract(activityLine()));
    const rows = collect(readMarketoActivities(decodeFile(bytesOf(packed.subarray(0, 15))), { now }));
    await expect(rows).rejects.toMatchObject({ code: 'bad-gzip' });
  });

  it.each([
    ['', 'empty-file', {}],
    ['\n \r\n', 'empty-file', {}],
    ['<!DOCTYPE html>\n<html><body>503</body></html>', 'not-csv', { looksLike: 'html' }],
    ['{"requestId":"1","success":false,"errors":[]}', 'not-csv', { looksLike: 'json' }],
    ['\u0000\u0001\u0002\u0003\u0004PNG,\u0005', 'not-csv', { looksLike: 'binary' }],
    ['\ufffdPNG\r\n\u001a\n\rIHDR\u0001\ufffd\ufffd', 'not-csv', { looksLike: 'binary' }],
    ['x'.repeat(3_000_000), 'not-csv', { looksLike: 'text' }],
    [
      'leadId,activityDate,subject\n',
      'missing-columns',
      { missing: 'activityTypeId', found: 'leadId, activityDate, subject' },
    ],
    ['leadId,activityDate,activityTypeId,LEAD ID\n', 'duplicate-columns', { columns: 'leadId' }],
  ])('refuses the file %#', async (text, code, params) => {
    await expect(read(text)).rejects.toMatchObject({ code, params });
  });

  it('reads a header without rows, behind blank lines and a byte order mark', async () => {
    expect(await read(`\ufeff${HEADER}`)).toEqual([]);
    expect(told(await read(`\n\n${extract(activityLine())}`))).toEqual([[4, 'delivered']]);
  });

  it('refuses a file whose messages have no column for the email, but reads its people', async () => {
    const text = 'leadId,activityDate,activityTypeId\n1,2026-01-01T00:00:00Z,12\n1,2026-01-01T00:00:00Z,6\n';
    const { given, fault } = await collectUntilFault(readMarketoActivities(textOf(text), { now }));
    expect(told(given)).toEqual([[2, 'personCreated']]);
    expect(fault).toMatchObject({ code: 'missing-columns', params: { missing: 'primaryAttributeValueId' } });
  });

  it('reads back any rows, with any delimiter, quoting, line ends, encoding and chunks', async () => {
    const row = fc.record({ lead: fc.nat(), name: VALUE, attributes: fc.dictionary(fc.string(), fc.jsonValue()) });
    const encode = fc.constantFrom(
      (text: string) => Buffer.from(text),
      (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le'),
      (text: string) => gzipSync(text),
    );
    const rows = fc.array(row, { minLength: 1, maxLength: 10 });
    const columns = [
      'primaryAttributeValue',
      'leadId',
      'attributes',
      'activityTypeId',
      'activityDate',
      'primaryAttributeValueId',
    ];
    const file = fc.tuple(rows, DELIMITER, LINE_END, fc.boolean(), encode, fc.integer({ min: 1, max: 50 }));
    await fc.assert(
      fc.asyncProperty(file, async ([rows, delimiter, lineEnd, always, encode, size]) => {
        const lines = rows.map(({ lead, name, attributes }) =>
          csvLine([name, `${lead}`, JSON.stringify(attributes), '7', '2026-01-01T00:00:00Z', '9'], delimiter, always),
        );
        const text = [columns.join(delimiter), ...lines, ''].join(lineEnd);
        const found = await collect(readMarketoActivities(decodeFile(bytesOf(encode(text), size)), { now }));
        expect(found.map(({ raw }) => raw)).toEqual(lines);
        expect(found.map(({ result }) => (result.kind === 'event' ? result.event.person.id : result))).toEqual(
          rows.map(({ lead }) => `${lead}`),
        );
        const names = rows
          .map(({ name }) => name.trim())
          .map((name) => (/^(null|NULL)?$/.test(name) ? undefined : name));
        expect(found.map(({ result }) => (result.kind === 'event' ? result.event.asset?.name : result))).toEqual(names);
      }),
    );
  });
});

describe('naming activity types', () => {
  it.each([
    ['1', 'Visit Webpage'],
    ['27', 'Email Bounced Soft'],
    ['6 skipped', 'Send Email (skipped)'],
    ['100001', '#100001'],
  ])('calls %s %s', (type, name) => {
    expect(activityTypeName(type)).toBe(name);
  });
});

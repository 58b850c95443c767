import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvLine, DELIMITER, LINE_END, VALUE } from '../fixtures/csv';
import { RecordScanner } from './record-scanner';

function scanAll(text: string, delimiter: string): string[][] {
  const scanner = new RecordScanner(delimiter);
  const records: string[][] = [];
  for (let at = 0; at < text.length; at = scanner.end) {
    expect(scanner.scan(text, at, true)).toBe('complete');
    records.push(scanner.values);
  }
  return records;
}

describe('reading one CSV record', () => {
  it.each([
    ['a,b\n', ['a', 'b']],
    ['1,"",""\n', ['1', '', '']],
    ['1,"ha ""ha"" ha"\r\n', ['1', 'ha "ha" ha']],
    ['"Once upon \na time",5\n', ['Once upon \na time', '5']],
    [`37\u00b036'37.8"N,x`, [`37\u00b036'37.8"N`, 'x']],
    [',,', ['', '', '']],
  ])('reads %j', (text, values) => {
    const scanner = new RecordScanner(',');
    expect(scanner.scan(text, 0, true)).toBe('complete');
    expect(scanner.values).toEqual(values);
  });

  it('asks for more while a record could still go on', () => {
    const scanner = new RecordScanner(',');
    for (const text of ['a', 'a,', 'a,"b', 'a,"b"', 'a,b\r']) expect(scanner.scan(text, 0, false)).toBe('more');
    expect(scanner.scan('a,b\n', 0, false)).toBe('complete');
    expect(scanner.scan('a,b\r\n', 0, false)).toBe('complete');
  });

  it('says what is wrong with a quote, and where its field begins', () => {
    const scanner = new RecordScanner(',');
    expect(scanner.scan('1,"a"b,2\n', 0, true)).toBe('bad-quote');
    expect(scanner.fieldStart).toBe(2);
    expect(scanner.scan('1,"ab\n2,3\n', 0, true)).toBe('unclosed-quote');
    expect([scanner.fieldStart, scanner.openAtLineEnd, scanner.columnsOnFirstLine]).toEqual([2, 2, 2]);
  });

  it('counts the physical lines of a record, whatever ends them', () => {
    const scanner = new RecordScanner(',');
    scanner.scan('1,"a\nb\r\nc\rd"\n', 0, true);
    expect(scanner.lines).toBe(4);
  });

  it('agrees with csv-parse on every valid text', () => {
    const table = fc
      .integer({ min: 2, max: 5 })
      .chain((width) => fc.array(fc.array(VALUE, { minLength: width, maxLength: width }), { minLength: 1 }));
    fc.assert(
      fc.property(table, DELIMITER, LINE_END, fc.boolean(), (rows, delimiter, lineEnd, always) => {
        const text = rows.map((row) => csvLine(row, delimiter, always) + lineEnd).join('');
        const expected = parse(text, { delimiter, record_delimiter: lineEnd, skip_empty_lines: false });
        expect(scanAll(text, delimiter)).toEqual(expected);
        expect(scanAll(text, delimiter)).toEqual(rows);
      }),
    );
  });
});

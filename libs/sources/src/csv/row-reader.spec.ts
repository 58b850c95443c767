import fc from 'fast-check';
import { csvLine, DELIMITER, LINE_END, VALUE } from '../fixtures/csv';
import { RAW_LIMIT, ROW_LIMIT, type CsvRow } from './csv-row';
import { RowReader } from './row-reader';

function read(
  text: string,
  width: number,
  options: { delimiter?: string; size?: number; cut?: string } = {},
): CsvRow[] {
  const reader = new RowReader(options.delimiter ?? ',', width, 1);
  const size = options.size ?? text.length + 1;
  const rows: CsvRow[] = [];
  for (let at = 0; at < text.length; at += size) rows.push(...reader.push(text.slice(at, at + size)));
  return [...rows, ...reader.finish('', options.cut ?? null)];
}

/** Good rows as their values, bad ones as line, code and text. */
function told(rows: readonly CsvRow[]): unknown[] {
  return rows.map((row) => (row.fault ? [row.line, row.fault.code, row.raw] : row.values));
}

describe('reading rows', () => {
  it('tells the line that each row starts on', () => {
    const rows = read('1,a\n\n"2\n2",b\r\n3,c\r4,d', 2);
    expect(rows.map((row) => [row.line, row.raw])).toEqual([
      [1, '1,a'],
      [3, '"2\n2",b'],
      [5, '3,c'],
      [6, '4,d'],
    ]);
  });

  it('rejects ragged rows one by one, and says how many columns there are', () => {
    const rows = read('1,a\n2\n3,c,d,e\n4\n5,e\n', 2);
    expect(told(rows)).toEqual([
      ['1', 'a'],
      [2, 'row-too-short', '2'],
      [3, 'row-too-long', '3,c,d,e'],
      [4, 'row-too-short', '4'],
      ['5', 'e'],
    ]);
    expect(rows.map((row) => row.fault?.detail)).toEqual([undefined, '1 / 2', '4 / 2', '1 / 2', undefined]);
  });

  it('loses only the row whose closing quote is missing', () => {
    expect(told(read('1,a\n2,"{""x"":1}\n3,"{""y"":2}"\n4,d\n', 2))).toEqual([
      ['1', 'a'],
      [2, 'unclosed-quote', '2,"{""x"":1}'],
      ['3', '{"y":2}'],
      ['4', 'd'],
    ]);
  });

  it('loses only that row when no other quote follows in the file', () => {
    expect(told(read('1,"a\n2,b\n3,c\n', 2))).toEqual([
      [1, 'unclosed-quote', '1,"a'],
      ['2', 'b'],
      ['3', 'c'],
    ]);
  });

  it('loses only that row when the quote would swallow rows into one of the wrong width', () => {
    expect(told(read('1,a,"x\n2,b",y\n3,c,z\n', 3))).toEqual([
      [1, 'unclosed-quote', '1,a,"x'],
      ['2', 'b"', 'y'],
      ['3', 'c', 'z'],
    ]);
  });

  it('tells neighbouring broken rows apart', () => {
    expect(told(read('1,"{""x"":1}\n2,"{""y"":2}\n3,"a"b\n4,d\n', 2))).toEqual([
      [1, 'unclosed-quote', '1,"{""x"":1}'],
      [2, 'unclosed-quote', '2,"{""y"":2}'],
      [3, 'bad-quote', '3,"a"b'],
      ['4', 'd'],
    ]);
  });

  it('keeps the lines of one broken row together', () => {
    expect(told(read('1,"first\nsecond" x,3\nthird"\n4,d,e\n', 3))).toEqual([
      [1, 'bad-quote', '1,"first\nsecond" x,3\nthird"'],
      ['4', 'd', 'e'],
    ]);
  });

  it('says that the file ends early when its last row is cut off inside quotes', () => {
    expect(told(read('1,a\n2,"{""x"":', 2))).toEqual([
      ['1', 'a'],
      [2, 'file-ends-early', '2,"{""x"":'],
    ]);
    expect(told(read('1,a\n2,"b\nc', 2))).toEqual([
      ['1', 'a'],
      [2, 'file-ends-early', '2,"b\nc'],
    ]);
  });

  it('trusts no row that a cut went through, and always says that the file was cut', () => {
    expect(told(read('1,a\n2,b', 2, { cut: 'unexpected end of file' }))).toEqual([
      ['1', 'a'],
      [2, 'file-ends-early', '2,b'],
    ]);
    const [, last] = read('1,a\n', 2, { cut: 'unexpected end of file' });
    expect(last).toMatchObject({
      line: 2,
      raw: '',
      fault: { code: 'file-ends-early', detail: 'unexpected end of file' },
    });
  });

  it('gives up on a row that is too large, keeps its beginning, and reads on', () => {
    const huge = `2,${'x'.repeat(2 * ROW_LIMIT)}`;
    // Pieces that end inside the row, right behind its CR, and behind the whole file.
    for (const size of [64 * 1024, '1,a\n'.length + huge.length + 1, 3 * ROW_LIMIT]) {
      const [first, large, ...rest] = read(`1,a\n${huge}\r\n3,c\n4\n`, 2, { size });
      expect(first?.values).toEqual(['1', 'a']);
      expect(large).toMatchObject({ line: 2, raw: huge.slice(0, RAW_LIMIT), fault: { code: 'row-too-large' } });
      expect(told(rest)).toEqual([
        ['3', 'c'],
        [4, 'row-too-short', '4'],
      ]);
    }
  });

  it('keeps the text of a very long run of broken lines, as several rows', () => {
    const lines = Array.from({ length: 5000 }, (_, index) => `line ${index}`);
    const rows = read(`1,"a"b\n${lines.join('\n')}\n2,b,c\n`, 3);
    expect(rows.length).toBeLessThan(20);
    expect(rows.map(({ raw }) => raw).join('\n')).toBe(`1,"a"b\n${lines.join('\n')}\n2,b,c`);
    expect(rows.at(-1)).toMatchObject({ line: 5002, values: ['2', 'b', 'c'] });
  });

  it('does not wait for the end of the file to give up on a quote', () => {
    const rows = Array.from({ length: 300_000 }, (_, index) => `${index},value\n`).join('');
    const reader = new RowReader(',', 2, 1);
    expect(reader.push('lost,"quote\n')).toEqual([]);
    const read = reader.push(rows);
    expect(read[0]).toMatchObject({ line: 1, fault: { code: 'unclosed-quote', detail: '"quote' } });
    expect(read.length).toBe(300_001);
  });

  const table = fc
    .integer({ min: 2, max: 4 })
    .chain((width) =>
      fc.tuple(fc.constant(width), fc.array(fc.array(VALUE, { minLength: width, maxLength: width }), { minLength: 1 })),
    );

  it('reads back any rows, with any delimiter, quoting and line ends, in any pieces', () => {
    fc.assert(
      fc.property(table, DELIMITER, LINE_END, fc.boolean(), fc.integer({ min: 1, max: 20 }), (...given) => {
        const [[width, rows], delimiter, lineEnd, always, size] = given;
        const lines = rows.map((row) => csvLine(row, delimiter, always));
        const text = lines.map((line) => line + lineEnd).join('');
        const found = read(text, width, { delimiter, size });
        expect(found.map((row) => row.values)).toEqual(rows);
        expect(found.map((row) => row.raw)).toEqual(lines);
      }),
    );
  });

  it('finds the same rows and faults in any text, in any pieces', () => {
    const text = fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a', 'b'), maxLength: 60 });
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 5 }), fc.constantFrom(undefined, 'cut'), (text, size, cut) => {
        expect(read(text, 2, { size, cut })).toEqual(read(text, 2, { cut }));
      }),
      { numRuns: 2000 },
    );
  });

  it('loses no text: every line stands in a row, or is blank', () => {
    const text = fc.string({ unit: fc.constantFrom('"', ',', '\n', 'a', 'b'), maxLength: 60 });
    fc.assert(
      fc.property(text, (text) => {
        const kept = read(text, 2).flatMap((row) => row.raw.split('\n').filter((line) => line.trim() !== ''));
        expect(kept).toEqual(text.split('\n').filter((line) => line.trim() !== ''));
      }),
      { numRuns: 2000 },
    );
  });

  it('loses one row to one lost quote, wherever it is lost', () => {
    const json = fc.dictionary(fc.string({ minLength: 1 }), fc.oneof(fc.string(), fc.integer()), { minKeys: 1 });
    const rows = fc.array(
      json.map((attributes) => ['id', JSON.stringify(attributes)]),
      { minLength: 2, maxLength: 8 },
    );
    fc.assert(
      fc.property(rows, fc.nat(), (rows, pick) => {
        const broken = pick % rows.length;
        const lines = rows.map((row, index) => (index === broken ? csvLine(row).slice(0, -1) : csvLine(row)));
        const found = read(`${lines.join('\n')}\n`, 2);
        expect(found.filter((row) => !row.fault).map((row) => row.values)).toEqual(rows.toSpliced(broken, 1));
        expect(found.filter((row) => row.fault)).toMatchObject([{ line: broken + 1, raw: lines[broken] }]);
      }),
    );
  });
});

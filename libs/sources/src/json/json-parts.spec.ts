import fc from 'fast-check';
import { TallysheetError } from '@tallysheet/contract';
import { collect, textOf } from '../fixtures/streams';
import { jsonParts } from './json-parts';

const parts = (text: string, size = 64 * 1024) => collect(jsonParts(textOf(text, size)));
const told = async (text: string) => (await parts(text)).map(({ line, text: part, fault }) => [line, part, fault]);

const VALUES = fc.array(fc.jsonValue().filter((value) => typeof value === 'object'));

describe('The parts of a JSON text', () => {
  it('are the elements of a list, however it is written and cut into chunks', async () => {
    await fc.assert(
      fc.asyncProperty(
        VALUES,
        fc.constantFrom(0, 2, '\t'),
        fc.integer({ min: 1, max: 9 }),
        async (values, space, size) => {
          const found = await parts(JSON.stringify(values, null, space), size);
          expect(found.map(({ fault }) => fault)).toEqual(values.map(() => null));
          expect(found.map(({ text }) => JSON.parse(text))).toEqual(JSON.parse(JSON.stringify(values)));
        },
      ),
    );
  });

  it('are the lines of NDJSON, however they end and are cut into chunks', async () => {
    const lines = fc.array(
      fc.jsonValue().filter((value) => typeof value === 'object' && !Array.isArray(value)),
      {
        minLength: 1,
      },
    );
    await fc.assert(
      fc.asyncProperty(
        lines,
        fc.constantFrom('\n', '\r\n', '\n\n'),
        fc.integer({ min: 1, max: 9 }),
        async (values, end, size) => {
          const found = await parts(values.map((value) => JSON.stringify(value)).join(end), size);
          expect(found.map(({ text }) => JSON.parse(text))).toEqual(JSON.parse(JSON.stringify(values)));
        },
      ),
    );
  });

  it('say on which line they begin', async () => {
    expect(await told('[\n  {"a": 1},\n\n  {"b":\n 2}, {"c": 3}\n]\n')).toEqual([
      [2, '{"a": 1}', null],
      [4, '{"b":\n 2}', null],
      [5, '{"c": 3}', null],
    ]);
    expect(await told('{"a": 1}\n\n{"b": 2}')).toEqual([
      [1, '{"a": 1}', null],
      [3, '{"b": 2}', null],
    ]);
  });

  it('are not fooled by brackets, commas and quotes within texts', async () => {
    expect(await told('[{"a": "],[{\\"\\\\"}, "x,y"]')).toEqual([
      [1, '{"a": "],[{\\"\\\\"}', null],
      [1, '"x,y"', null],
    ]);
  });

  it('of a list that is cut off are whole but for the last, which says so', async () => {
    expect(await told('[{"a": 1}, {"b"')).toEqual([
      [1, '{"a": 1}', null],
      [1, '{"b"', 'file-ends-early'],
    ]);
  });

  it('give a broken line as it is, and it costs no other', async () => {
    expect(await told('{"a": 1}\n{"b": \n{"c": 3}')).toEqual([
      [1, '{"a": 1}', null],
      [2, '{"b":', null],
      [3, '{"c": 3}', null],
    ]);
  });

  it('keep only the start of one that is too large, and go on behind it', async () => {
    const huge = `{"a": "${'x'.repeat(1024 * 1024)}"}`;
    for (const text of [`[${huge}, {"b": 2}]`, `${huge}\n{"b": 2}`]) {
      const found = await parts(text.startsWith('[') ? text : `{"z": 0}\n${text}`);
      const last = found.slice(-2);
      expect(last.map(({ fault }) => fault)).toEqual(['row-too-large', null]);
      expect(last[1]?.text).toBe('{"b": 2}');
    }
  });

  it('are none of an empty list, and an empty text is an error', async () => {
    expect(await parts(' [ ] ')).toEqual([]);
    await expect(parts(' \n ')).rejects.toEqual(new TallysheetError('empty-file'));
  });
});

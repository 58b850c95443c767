import { flagOf, readAttributes, textOf } from './attributes';

describe('reading attributes', () => {
  it('reads a JSON object and the REST list of names and values alike', () => {
    const object = readAttributes('{"Link":" https://example.com ","Step ID":13408,"Is Bot Activity":true}');
    const list = readAttributes(
      '[{"name":"Link","value":"https://example.com"},{"name":"Step ID","value":"13408"},{"name":"Is Bot Activity","value":"TRUE"}]',
    );
    for (const attributes of [object, list]) {
      expect(textOf(attributes ?? {}, 'Link')).toBe('https://example.com');
      expect(textOf(attributes ?? {}, 'Step ID')).toBe('13408');
      expect(flagOf(attributes ?? {}, 'Is Bot Activity')).toBe(true);
    }
  });

  it.each(['', 'null', '{}', '[]'])('reads %j as no attributes', (json) => {
    const attributes = readAttributes(json);
    expect(attributes).not.toBeNull();
    expect(textOf(attributes ?? {}, 'Link')).toBeUndefined();
  });

  it.each(['{"a":', '"text"', '12', '[1]', '[null]', '{a:1}'])('says that %j are none', (json) => {
    expect(readAttributes(json)).toBeNull();
  });

  it('knows a real false from no answer', () => {
    const attributes = { a: false, b: 'False', c: 'N/A', d: '', e: null, f: 'null', g: 0 };
    expect(Object.keys(attributes).map((name) => flagOf(attributes, name))).toEqual([
      false,
      false,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('does not mistake what every object has for an attribute', () => {
    expect(textOf(readAttributes('{"a":1}') ?? {}, 'toString')).toBeUndefined();
    const list = readAttributes('[{"name":"__proto__","value":{"Link":"x"}}]');
    expect(textOf(list ?? {}, 'Link')).toBeUndefined();
  });
});

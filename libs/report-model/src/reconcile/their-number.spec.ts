import { theirCounts, theirRates } from './their-number';

describe('Numbers as another tool writes them', () => {
  it.each([
    [1234, 1234],
    ['1,234', 1234],
    ['1.234', 1234],
    ['1 234', 1234],
    ['1\u202f234\u00a0567', 1234567],
    ['12,345,678', 12345678],
    ['12.0', 12],
    ['0', 0],
    ['-3', -3],
    ['', null],
    ['n/a', null],
    ['1,23', null],
    ['1e9', null],
    [null, null],
  ])('%j counts %j', (cell, value) => {
    expect(theirCounts([cell])).toEqual([value === null ? null : { value, step: 0 }]);
  });

  it.each([
    [['40.7%', '50%'], [0.407, 0.5], 0.001],
    [['40,7 %', '50,0\u202f%'], [0.407, 0.5], 0.001],
    [[0.40659, 0.5], [0.40659, 0.5], 0.00001],
    [['40.66', '0.4'], [0.4066, 0.004], 0.0001],
    [['41', '0'], [0.41, 0], 0.01],
    [['1', '0'], [1, 0], 0],
  ])('%j are rates %j, of steps of %d', (cells, values, step) => {
    const [rates] = theirRates([cells]);
    expect(rates!.map((rate) => rate!.value)).toEqual(values.map((value) => expect.closeTo(value, 12)));
    expect(rates!.map((rate) => rate!.step)).toEqual(values.map(() => expect.closeTo(step, 12)));
  });

  it('a small rate without a sign is of 100 where another column of the file is', () => {
    const [delivered, bounced] = theirRates([
      ['98.5', '97.1'],
      ['0.8', ''],
    ]);
    expect(delivered![0]!.value).toBeCloseTo(0.985, 12);
    expect(bounced).toEqual([{ value: expect.closeTo(0.008, 12), step: expect.closeTo(0.001, 12) }, null]);
  });

  it('the file’s own counts tell whether rates are of 1 or of 100', () => {
    const [ofOne] = theirRates([['2']], [[2]]).flat();
    const [ofHundred] = theirRates([['0.8']], [[0.008]]).flat();
    expect([ofOne!.value, ofHundred!.value]).toEqual([2, expect.closeTo(0.008, 12)]);
  });
});

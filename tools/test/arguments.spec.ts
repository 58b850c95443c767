import { PARTS, readArguments } from './arguments.mjs';

describe('the command line of npm test', () => {
  it('runs every part unless it names some', () => {
    expect(readArguments([])).toEqual({ parts: PARTS, paths: [] });
    expect(readArguments(['--only=lint,types'])).toEqual({ parts: ['lint', 'types'], paths: [] });
  });

  it('runs some tests of one part', () => {
    expect(readArguments(['--only=unit', 'libs/counting'])).toEqual({ parts: ['unit'], paths: ['libs/counting'] });
    expect(() => readArguments(['libs/counting'])).toThrow('Paths go with one part');
  });

  it('builds before the browser tests, so that they never run an old state', () => {
    expect(readArguments(['--only=e2e', 'import'])).toEqual({ parts: ['build', 'e2e'], paths: ['import'] });
  });

  it('names the parts there are when it is asked for another', () => {
    expect(() => readArguments(['--only=units'])).toThrow('not "units"');
  });
});

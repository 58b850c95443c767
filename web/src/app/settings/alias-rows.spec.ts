import { aliasesOf, aliasProblems, rowsOf } from './alias-rows';

const problemsOf = (...rows: [alias: string, main: string][]) =>
  aliasProblems(rows.map(([alias, main]) => ({ alias, main }))).map((problem) => problem?.key ?? null);

describe('Domain aliases', () => {
  it('are sent as domains are written, without rows in which nothing stands', () => {
    const rows = [
      { alias: ' GoogleMail.com ', main: 'gmail.com' },
      { alias: '', main: ' ' },
    ];
    expect(aliasesOf(rows)).toEqual({ 'googlemail.com': 'gmail.com' });
    expect(rowsOf(aliasesOf(rows))).toEqual([{ alias: 'googlemail.com', main: 'gmail.com' }]);
    expect(problemsOf(['googlemail.com', 'gmail.com'], ['', ''])).toEqual([null, null]);
  });

  it('need both domains', () => {
    expect(problemsOf(['googlemail.com', ''])).toEqual(['settings.alias-missing']);
    expect(problemsOf(['', 'gmail.com'])).toEqual(['settings.alias-missing']);
  });

  it.each(['mail gmail.com', 'me@gmail.com', 'https://gmail.com', 'm'.repeat(256)])('do not take %j', (text) => {
    expect(problemsOf([text, 'gmail.com'])).toEqual(['settings.alias-bad']);
    expect(problemsOf(['googlemail.com', text])).toEqual(['settings.alias-bad']);
  });

  it('count as one other domain each, which is none itself', () => {
    expect(problemsOf(['a.com', 'b.com'], ['A.com', 'c.com'])).toEqual([null, 'settings.alias-twice']);
    expect(problemsOf(['a.com', 'b.com'], ['b.com', 'c.com'])).toEqual(['settings.alias-chain', null]);
    expect(problemsOf(['a.com', 'a.com'])).toEqual(['settings.alias-self']);
    expect(problemsOf(['a.com', 'c.com'], ['b.com', 'c.com'])).toEqual([null, null]);
  });
});

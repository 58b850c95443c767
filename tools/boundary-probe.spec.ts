import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';

/** What lint-probe.mjs prints: for each probe its text and the lines that the import rules report. */
type Probes = Record<string, { code: string; errors: { line: number; message: string }[] }>;

/** The imports of a probe under one of its headings, with their line numbers. */
function importsUnder(heading: string, code: string): { line: number; name: string }[] {
  let current = '';
  return code.split('\n').flatMap((text, index) => {
    current = /^\/\/ (\w+):$/.exec(text)?.[1] ?? current;
    const name = /^import '(.+)';$/.exec(text)?.[1];
    return name !== undefined && current === heading ? [{ line: index + 1, name }] : [];
  });
}

describe('the import boundaries', () => {
  const probes = JSON.parse(
    execFileSync(process.execPath, ['tools/eslint/lint-probe.mjs'], { encoding: 'utf8' }),
  ) as Probes;

  it.each(readdirSync('tools/boundary-probe'))('report every forbidden import of %s, and no other', (name) => {
    const { code, errors } = probes[name]!;
    const forbidden = importsUnder('Forbidden', code);

    expect(forbidden).not.toHaveLength(0);
    expect(importsUnder('Allowed', code)).not.toHaveLength(0);
    expect([...new Set(errors.map(({ line }) => line))].sort((a, b) => a - b)).toEqual(
      forbidden.map(({ line }) => line),
    );
  });
});

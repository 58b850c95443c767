/* Prints, as JSON, which lines of each file of tools/boundary-probe the import rules report.
   A program of its own, because ESLint loads its configuration as an ES module, which Jest cannot. */
import { ESLint } from 'eslint';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = 'tools/boundary-probe';
const RULES = ['@nx/enforce-module-boundaries', 'no-restricted-imports'];

const eslint = new ESLint({
  ruleFilter: ({ ruleId }) => RULES.includes(ruleId),
  overrideConfig: {
    // The place that a probe stands for holds no such file, so there are no types to look up.
    languageOptions: { parserOptions: { projectService: false, project: null } },
    linterOptions: { reportUnusedDisableDirectives: 'off' },
  },
});

/** @type {Record<string, { code: string, errors: { line: number, message: string }[] }>} */
const answer = {};
for (const name of readdirSync(FOLDER)) {
  const code = readFileSync(join(FOLDER, name), 'utf8');
  const filePath = /as if it were (\S+)/.exec(code)?.[1];
  if (filePath === undefined) throw new Error(`${name} does not say which file it stands for`);
  const [result] = await eslint.lintText(code, { filePath });
  answer[name] = { code, errors: (result?.messages ?? []).map(({ line, message }) => ({ line, message })) };
}
process.stdout.write(JSON.stringify(answer));

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { metricsMarkdown } from './metrics-markdown';

const PAGE = join(__dirname, '../../../../docs/metrics.md');

describe('docs/metrics.md', () => {
  it('says what the definitions say (npm run docs writes it anew)', () => {
    if (process.env['UPDATE_DOCS']) writeFileSync(PAGE, metricsMarkdown());
    expect(readFileSync(PAGE, 'utf8')).toBe(metricsMarkdown());
  });
});

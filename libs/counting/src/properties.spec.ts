import * as counting from './index';
import { PROPERTIES } from './testing/properties';

describe('Whatever happens, in whatever order it is told', () => {
  for (const { sentence, run } of PROPERTIES) it(sentence, () => run(counting, { numRuns: 300 }));
});

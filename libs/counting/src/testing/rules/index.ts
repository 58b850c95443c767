import type { Check } from '../check';
import { rule1 } from './rule-1';
import { rule2 } from './rule-2';
import { rule3 } from './rule-3';
import { rule4 } from './rule-4';
import { rule5 } from './rule-5';
import { rule6 } from './rule-6';
import { rule7 } from './rule-7';
import { rule7Agents } from './rule-7-agents';
import { rule7Machines } from './rule-7-machines';
import { rule7Proximity } from './rule-7-proximity';
import { rule8 } from './rule-8';
import { rule9 } from './rule-9';
import { tallyChecks } from './tallies';

/** All hand-worked examples. */
export const EXAMPLES: readonly Check[] = [
  ...rule1,
  ...rule2,
  ...rule3,
  ...rule4,
  ...rule5,
  ...rule6,
  ...rule7,
  ...rule7Proximity,
  ...rule7Agents,
  ...rule7Machines,
  ...rule8,
  ...rule9,
  ...tallyChecks,
];

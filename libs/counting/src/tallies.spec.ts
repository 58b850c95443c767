import { describeChecks } from './testing/describe-checks';
import { tallyChecks } from './testing/rules/tallies';

describeChecks('Tallies follow the facts', tallyChecks);

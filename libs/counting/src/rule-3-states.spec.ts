import { describeChecks } from './testing/describe-checks';
import { rule3 } from './testing/rules/rule-3';

describeChecks('Rule 3: the states are exclusive', rule3);

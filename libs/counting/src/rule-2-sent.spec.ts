import { describeChecks } from './testing/describe-checks';
import { rule2 } from './testing/rules/rule-2';

describeChecks('Rule 2: what was sent, and to whom it was meant to be', rule2);

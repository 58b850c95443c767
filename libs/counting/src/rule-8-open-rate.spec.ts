import { describeChecks } from './testing/describe-checks';
import { rule8 } from './testing/rules/rule-8';

describeChecks('Rule 8: the open rate', rule8);

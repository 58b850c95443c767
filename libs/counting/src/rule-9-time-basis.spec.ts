import { describeChecks } from './testing/describe-checks';
import { rule9 } from './testing/rules/rule-9';

describeChecks('Rule 9: the time basis', rule9);

import { describeChecks } from './testing/describe-checks';
import { rule5 } from './testing/rules/rule-5';

describeChecks('Rule 5: opened and clicked', rule5);

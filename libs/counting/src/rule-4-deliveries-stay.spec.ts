import { describeChecks } from './testing/describe-checks';
import { rule4 } from './testing/rules/rule-4';

describeChecks('Rule 4: nothing takes a delivery away', rule4);

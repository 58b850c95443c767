import { describeChecks } from './testing/describe-checks';
import { rule6 } from './testing/rules/rule-6';

describeChecks('Rule 6: unsubscribed', rule6);

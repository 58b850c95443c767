import { describeChecks } from './testing/describe-checks';
import { rule1 } from './testing/rules/rule-1';

describeChecks('Rule 1: what is one message', rule1);

import { describeChecks } from './testing/describe-checks';
import { rule7 } from './testing/rules/rule-7';

describeChecks('Rule 7: people and machines', rule7);

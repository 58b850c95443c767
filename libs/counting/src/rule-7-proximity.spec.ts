import { describeChecks } from './testing/describe-checks';
import { rule7Proximity } from './testing/rules/rule-7-proximity';

describeChecks('Rule 7: too close together', rule7Proximity);

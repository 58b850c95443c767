import { describeChecks } from './testing/describe-checks';
import { rule7Agents } from './testing/rules/rule-7-agents';

describeChecks('Rule 7: the verdict on one event', rule7Agents);

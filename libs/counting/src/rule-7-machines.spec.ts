import { describeChecks } from './testing/describe-checks';
import { rule7Machines } from './testing/rules/rule-7-machines';

describeChecks('Rule 7: the machines that read mail', rule7Machines);

// Linted as if it were libs/counting/src/oracle/probe.ts (see tools/boundary-probe.spec.ts).
// Forbidden:
import '@tallysheet/contract';
import '@tallysheet/counting';
import '../facts';
import '../index';
import '../../../contract/src/event';

// Allowed:
import './helper';

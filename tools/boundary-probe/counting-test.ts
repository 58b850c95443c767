// Linted as if it were libs/counting/src/probe.spec.ts (see tools/boundary-probe.spec.ts).
// Forbidden:
import '@tallysheet/report-model';
import '@tallysheet/sources';
import '../../../api/src/main';
import 'typeorm';

// Allowed:
import '@tallysheet/contract';
import '@tallysheet/testing';
import 'node:fs';
import 'fast-check';

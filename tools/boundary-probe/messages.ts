// Linted as if it were libs/messages/src/probe.ts (see tools/boundary-probe.spec.ts).
// Forbidden:
import '@tallysheet/counting';
import '@tallysheet/report-model';
import '@tallysheet/sources';
import '@tallysheet/testing';
import 'typeorm';
import '@angular/core';
import 'node:fs';

// Allowed:
import '@tallysheet/contract';
import 'intl-messageformat';

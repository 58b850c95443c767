// Linted as if it were libs/testing/src/probe.ts (see tools/boundary-probe.spec.ts).
// Forbidden:
import '../../../api/src/main';
import '../../../web/src/main';
import '@angular/core';
import 'ag-grid-community';

// Allowed:
import '@tallysheet/contract';
import '@tallysheet/counting';
import 'mysql2/promise';
import 'node:fs';

// Linted as if it were web/src/app/sheet/grid/probe.ts (see tools/boundary-probe.spec.ts).
// Forbidden:
import '@tallysheet/counting';
import 'typeorm';
import '@nestjs/common';

// Allowed:
import '@tallysheet/contract';
import 'ag-grid-community';
import 'ag-grid-angular';

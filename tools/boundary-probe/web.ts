// Linted as if it were web/src/app/sheet/probe.ts (see tools/boundary-probe.spec.ts).
// Forbidden:
import '@tallysheet/counting';
import '@tallysheet/sources';
import '@tallysheet/testing';
import '../../../../api/src/main';
import 'typeorm';
import 'mysql2';
import 'mysql2/promise';
import 'better-sqlite3';
import '@nestjs/common';
import 'ag-grid-community';
import 'ag-grid-angular';
import 'node:fs';

// Allowed:
import '@tallysheet/contract';
import '@tallysheet/messages';
import '@tallysheet/report-model';
import '@angular/core';

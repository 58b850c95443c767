// Linted as if it were libs/counting/src/probe.ts (see tools/boundary-probe.spec.ts).
// Forbidden:
import '@tallysheet/report-model';
import '@tallysheet/sources';
import '@tallysheet/messages';
import '@tallysheet/testing';
import '../../../api/src/main';
import '../../../web/src/main';
import 'node:fs';
import 'typeorm';
import 'mysql2';
import 'mysql2/promise';
import 'better-sqlite3';
import '@nestjs/common';
import '@angular/core';
import 'ag-grid-community';

// Allowed:
import '@tallysheet/contract';

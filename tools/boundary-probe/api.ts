// Linted as if it were api/src/probe.ts (see tools/boundary-probe.spec.ts).
// Forbidden:
import '@tallysheet/testing';
import '../../web/src/main';
import '../../libs/counting/src/facts';
import '@angular/core';
import '@angular/common/http';
import 'ag-grid-community';
import 'ag-grid-angular';

// Allowed:
import '@tallysheet/contract';
import '@tallysheet/counting';
import '@tallysheet/report-model';
import '@tallysheet/sources';
import '@tallysheet/messages';
import 'typeorm';
import 'mysql2';
import '@nestjs/common';
import 'node:fs';

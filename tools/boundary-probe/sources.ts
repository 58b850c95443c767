// Linted as if it were libs/sources/src/probe.ts (see tools/boundary-probe.spec.ts).
// Forbidden:
import '@tallysheet/counting';
import '@tallysheet/report-model';
import '@tallysheet/messages';
import '@tallysheet/testing';
import 'typeorm';
import '@nestjs/common';
import '@angular/core';

// Allowed:
import '@tallysheet/contract';
import 'node:zlib';
import 'csv-parse';

// Linted as if it were libs/report-model/src/probe.ts (see tools/boundary-probe.spec.ts).
// Forbidden:
import '@tallysheet/counting';
import '@tallysheet/sources';
import '@tallysheet/messages';
import '@tallysheet/testing';
import 'typeorm';
import '@nestjs/common';
import '@angular/core';
import 'node:fs';

// Allowed:
import '@tallysheet/contract';
import 'temporal-polyfill';

// Linted as if it were e2e/src/probe.ts (see tools/boundary-probe.spec.ts).
// Forbidden:
import '@tallysheet/counting';
import '@tallysheet/sources';
import '../../api/src/main';
import '../../web/src/main';
import 'typeorm';
import '@angular/core';

// Allowed:
import '@tallysheet/contract';
import '@tallysheet/messages';
import '@tallysheet/testing';
import '@playwright/test';
import 'node:fs';

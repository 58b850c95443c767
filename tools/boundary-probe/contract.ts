// Linted as if it were libs/contract/src/probe.ts (see tools/boundary-probe.spec.ts).
// Forbidden:
import '@tallysheet/counting';
import '@tallysheet/messages';
import '@tallysheet/testing';
import '../../counting/src/facts';
import 'node:fs';
import 'typeorm';
import '@angular/core';

// Allowed:
import 'zod';

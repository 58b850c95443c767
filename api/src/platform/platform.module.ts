import { Global, Module, type DynamicModule } from '@nestjs/common';
import type { Logger } from 'pino';
import { Database } from '../database/database';
import { Store } from '../database/store';
import type { Config } from './config';
import { CONFIG, LOG } from './tokens';
import { UnderWay } from './under-way';

/** What every feature stands on: configuration, log, database. Opened before Nest starts, so that failing is plain. */
@Global()
@Module({})
export class PlatformModule {
  static with(config: Config, database: Database, log: Logger): DynamicModule {
    const providers = [
      { provide: CONFIG, useValue: config },
      { provide: LOG, useValue: log },
      { provide: Database, useValue: database },
      { provide: Store, useValue: database.store },
      UnderWay,
    ];
    return { module: PlatformModule, providers, exports: providers };
  }
}

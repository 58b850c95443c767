import { Module, type DynamicModule } from '@nestjs/common';
import type { Logger } from 'pino';
import { AccountModule } from './accounts/account.module';
import { AssetModule } from './assets/asset.module';
import type { Database } from './database/database';
import { DemoModule } from './demo/demo.module';
import { ExportModule } from './exports/export.module';
import { HealthController } from './health/health.controller';
import { ImportModule } from './imports/import.module';
import type { Config } from './platform/config';
import { LiveModule } from './live/live.module';
import { LinkModule } from './links/link.module';
import { PeopleModule } from './people/people.module';
import { PlatformModule } from './platform/platform.module';
import { ProgramModule } from './programs/program.module';
import { ReconcileModule } from './reconcile/reconcile.module';
import { RejectedModule } from './rejected/rejected.module';
import { ReportModule } from './reports/report.module';
import { SettingsModule } from './settings/settings.module';
import { SmartListModule } from './smart-lists/smart-list.module';
import { SourceModule } from './sources/source.module';
import { TreeModule } from './tree/tree.module';

@Module({
  imports: [
    AccountModule,
    AssetModule,
    DemoModule,
    ExportModule,
    ImportModule,
    LinkModule,
    LiveModule,
    PeopleModule,
    ProgramModule,
    ReconcileModule,
    RejectedModule,
    ReportModule,
    SettingsModule,
    SmartListModule,
    SourceModule,
    TreeModule,
  ],
  controllers: [HealthController],
})
export class AppModule {
  static with(config: Config, database: Database, log: Logger): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.with(config, database, log)] };
  }
}

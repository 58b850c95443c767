import { Module } from '@nestjs/common';
import { LiveModule } from '../live/live.module';
import { SettingsModule } from '../settings/settings.module';
import { TreeModule } from '../tree/tree.module';
import { AssetFilterService } from './asset-filter.service';
import { ExplainController } from './behind/explain.controller';
import { ExplainService } from './behind/explain.service';
import { PeopleBehindController } from './behind/people.controller';
import { PeopleService } from './behind/people.service';
import { ReportTypeController } from './report-type.controller';
import { PeopleCounts } from './of-people/people-counts';
import { ProgramCounts } from './of-programs/program-counts';
import { ReportCounts } from './report-counts';
import { ReportController } from './report.controller';
import { ReportService } from './report.service';
import { SheetCounts } from './sheet-counts';
import { SheetController } from './sheet.controller';
import { SheetRepository } from './sheet.repository';
import { SheetService } from './sheet.service';
import { TimeLimit } from './time-limit';

@Module({
  imports: [LiveModule, SettingsModule, TreeModule],
  controllers: [ReportController, SheetController, PeopleBehindController, ExplainController, ReportTypeController],
  providers: [
    AssetFilterService,
    ReportService,
    ReportCounts,
    SheetCounts,
    PeopleCounts,
    ProgramCounts,
    SheetService,
    SheetRepository,
    PeopleService,
    ExplainService,
    TimeLimit,
  ],
  exports: [ReportService, SheetService],
})
export class ReportModule {}

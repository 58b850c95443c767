import { Module } from '@nestjs/common';
import { LiveModule } from '../live/live.module';
import { SettingsModule } from '../settings/settings.module';
import { SmartListModule } from '../smart-lists/smart-list.module';
import { TreeModule } from '../tree/tree.module';
import { AssetFilterService } from './asset-filter.service';
import { ExplainController } from './behind/explain.controller';
import { ExplainService } from './behind/explain.service';
import { PeopleBehindController } from './behind/people.controller';
import { PeopleService } from './behind/people.service';
import { PeriodCells } from './behind/period-cells';
import { ColumnCopy } from './columns/column-copy';
import { KeptSheets } from './kept/kept-sheets';
import { ListedCounts } from './listed/listed-counts';
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
  imports: [LiveModule, SettingsModule, SmartListModule, TreeModule],
  controllers: [ReportController, SheetController, PeopleBehindController, ExplainController, ReportTypeController],
  providers: [
    AssetFilterService,
    ColumnCopy,
    ReportService,
    ReportCounts,
    SheetCounts,
    ListedCounts,
    PeopleCounts,
    ProgramCounts,
    SheetService,
    SheetRepository,
    PeopleService,
    PeriodCells,
    KeptSheets,
    ExplainService,
    TimeLimit,
  ],
  exports: [ReportService, SheetCounts, SheetRepository, SheetService, TimeLimit],
})
export class ReportModule {}

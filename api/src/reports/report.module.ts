import { Module } from '@nestjs/common';
import { LiveModule } from '../live/live.module';
import { SettingsModule } from '../settings/settings.module';
import { TreeModule } from '../tree/tree.module';
import { ReportTypeController } from './report-type.controller';
import { ReportController } from './report.controller';
import { ReportService } from './report.service';
import { SheetController } from './sheet.controller';
import { SheetRepository } from './sheet.repository';
import { SheetService } from './sheet.service';
import { TimeLimit } from './time-limit';

@Module({
  imports: [LiveModule, SettingsModule, TreeModule],
  controllers: [ReportController, SheetController, ReportTypeController],
  providers: [ReportService, SheetService, SheetRepository, TimeLimit],
  exports: [ReportService, SheetService],
})
export class ReportModule {}

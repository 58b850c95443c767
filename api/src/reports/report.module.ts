import { Module } from '@nestjs/common';
import { SettingsModule } from '../settings/settings.module';
import { TreeModule } from '../tree/tree.module';
import { AssetFilterService } from './asset-filter.service';
import { ReportTypeController } from './report-type.controller';
import { ReportController } from './report.controller';
import { ReportService } from './report.service';
import { SheetController } from './sheet.controller';
import { SheetRepository } from './sheet.repository';
import { SheetService } from './sheet.service';

@Module({
  imports: [SettingsModule, TreeModule],
  controllers: [ReportController, SheetController, ReportTypeController],
  providers: [AssetFilterService, ReportService, SheetService, SheetRepository],
  exports: [ReportService, SheetService],
})
export class ReportModule {}

import { Module } from '@nestjs/common';
import { IngestModule } from '../ingest/ingest.module';
import { PeopleModule } from '../people/people.module';
import { AssetImportService } from './asset-import.service';
import { AssetRetryService } from './asset-retry.service';
import { ImportLog } from './import-log';
import { ImportController } from './import.controller';
import { ImportService } from './import.service';

@Module({
  imports: [IngestModule, PeopleModule],
  controllers: [ImportController],
  providers: [ImportService, ImportLog, AssetImportService, AssetRetryService],
  exports: [ImportService, ImportLog, AssetImportService, AssetRetryService],
})
export class ImportModule {}

import { Module } from '@nestjs/common';
import { ImportModule } from '../imports/import.module';
import { IngestModule } from '../ingest/ingest.module';
import { DemoController } from './demo.controller';
import { DemoService } from './demo.service';

@Module({
  imports: [IngestModule, ImportModule],
  controllers: [DemoController],
  providers: [DemoService],
  exports: [DemoService],
})
export class DemoModule {}

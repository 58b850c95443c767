import { Module } from '@nestjs/common';
import { CountingRulesRepository } from './counting-rules.repository';
import { IngestService } from './ingest.service';
import { RecountService } from './recount.service';

@Module({
  providers: [CountingRulesRepository, IngestService, RecountService],
  exports: [IngestService, RecountService],
})
export class IngestModule {}

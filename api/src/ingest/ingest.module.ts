import { Module } from '@nestjs/common';
import { CountingRulesRepository } from './counting-rules.repository';
import { EventController } from './event.controller';
import { EventIntakeService } from './event-intake.service';
import { IngestService } from './ingest.service';
import { IntakeService } from './intake.service';
import { RecountService } from './recount.service';
import { RejectedLog } from './rejected-log';

@Module({
  controllers: [EventController],
  providers: [CountingRulesRepository, EventIntakeService, IngestService, IntakeService, RecountService, RejectedLog],
  exports: [IngestService, IntakeService, RecountService, RejectedLog],
})
export class IngestModule {}

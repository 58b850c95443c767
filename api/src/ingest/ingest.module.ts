import { Module } from '@nestjs/common';
import { CountingRulesRepository } from './counting-rules.repository';
import { EventController } from './event.controller';
import { EventIntakeService } from './event-intake.service';
import { IngestService } from './ingest.service';
import { IntakeService } from './intake.service';
import { JointIngest } from './joint-ingest';
import { ReclassifyService } from './reclassify.service';
import { RecountService } from './recount.service';
import { RejectedLog } from './rejected-log';
import { SourceMappings } from './source-mappings';
import { VerifyService } from './verify.service';

@Module({
  controllers: [EventController],
  providers: [
    CountingRulesRepository,
    EventIntakeService,
    IngestService,
    IntakeService,
    JointIngest,
    ReclassifyService,
    RecountService,
    RejectedLog,
    SourceMappings,
    VerifyService,
  ],
  exports: [
    IngestService,
    IntakeService,
    ReclassifyService,
    RecountService,
    RejectedLog,
    SourceMappings,
    VerifyService,
  ],
})
export class IngestModule {}

import { Module } from '@nestjs/common';
import { CallIntake } from './call-intake';
import { CountingRulesRepository } from './counting-rules.repository';
import { EventController } from './event.controller';
import { EventIntakeService } from './event-intake.service';
import { BatchService } from './batch.service';
import { IngestService } from './ingest.service';
import { IntakeService } from './intake.service';
import { JointIngest } from './joint-ingest';
import { PersonNewsService } from './person-news.service';
import { ReclassifyService } from './reclassify.service';
import { RecountJob } from './recount-job';
import { RecountService } from './recount.service';
import { RejectedLog } from './rejected-log';
import { SourceMappings } from './source-mappings';
import { VerifyService } from './verify.service';

@Module({
  controllers: [EventController],
  providers: [
    CallIntake,
    CountingRulesRepository,
    EventIntakeService,
    BatchService,
    IngestService,
    IntakeService,
    JointIngest,
    PersonNewsService,
    ReclassifyService,
    RecountJob,
    RecountService,
    RejectedLog,
    SourceMappings,
    VerifyService,
  ],
  exports: [
    CallIntake,
    IngestService,
    IntakeService,
    ReclassifyService,
    RecountJob,
    RecountService,
    RejectedLog,
    SourceMappings,
    VerifyService,
  ],
})
export class IngestModule {}

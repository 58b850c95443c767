import { Module } from '@nestjs/common';
import { ImportModule } from '../imports/import.module';
import { IngestModule } from '../ingest/ingest.module';
import { PeopleModule } from '../people/people.module';
import { RejectedController } from './rejected.controller';
import { RejectedService } from './rejected.service';
import { RetryService } from './retry.service';

@Module({
  imports: [ImportModule, IngestModule, PeopleModule],
  controllers: [RejectedController],
  providers: [RejectedService, RetryService],
})
export class RejectedModule {}

import { Module } from '@nestjs/common';
import { IngestModule } from '../ingest/ingest.module';
import { RejectedController } from './rejected.controller';
import { RejectedService } from './rejected.service';
import { RetryService } from './retry.service';

@Module({
  imports: [IngestModule],
  controllers: [RejectedController],
  providers: [RejectedService, RetryService],
})
export class RejectedModule {}

import { Module } from '@nestjs/common';
import { IngestModule } from '../ingest/ingest.module';
import { RefusedCalls } from './refused-calls';
import { SenderClient } from './sender-client';
import { SourceController } from './source.controller';
import { SourceKeyService } from './source-key.service';
import { SourceStateService } from './source-state.service';
import { WebhookController } from './webhook.controller';
import { WebhookService } from './webhook.service';

@Module({
  imports: [IngestModule],
  controllers: [SourceController, WebhookController],
  providers: [RefusedCalls, SenderClient, SourceKeyService, SourceStateService, WebhookService],
})
export class SourceModule {}

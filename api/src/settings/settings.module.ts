import { Module } from '@nestjs/common';
import { IngestModule } from '../ingest/ingest.module';
import { LinkModule } from '../links/link.module';
import { SettingsController } from './settings.controller';
import { SettingsService } from './settings.service';

@Module({
  imports: [IngestModule, LinkModule],
  controllers: [SettingsController],
  providers: [SettingsService],
  exports: [SettingsService],
})
export class SettingsModule {}

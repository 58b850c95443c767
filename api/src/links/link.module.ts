import { Module } from '@nestjs/common';
import { IngestModule } from '../ingest/ingest.module';
import { LinkController } from './link.controller';
import { LinkService } from './link.service';

@Module({ imports: [IngestModule], controllers: [LinkController], providers: [LinkService], exports: [LinkService] })
export class LinkModule {}

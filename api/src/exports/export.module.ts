import { Module } from '@nestjs/common';
import { ReportModule } from '../reports/report.module';
import { ExportController } from './export.controller';

@Module({ imports: [ReportModule], controllers: [ExportController] })
export class ExportModule {}

import { Module } from '@nestjs/common';
import { ReportModule } from '../reports/report.module';
import { ReconcileController } from './reconcile.controller';
import { ReconcileService } from './reconcile.service';

@Module({ imports: [ReportModule], controllers: [ReconcileController], providers: [ReconcileService] })
export class ReconcileModule {}

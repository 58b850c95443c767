import { Controller, Get } from '@nestjs/common';
import type { Ctx, ReportTypeInfo } from '@tallysheet/contract';
import { catalogue } from '@tallysheet/report-model';
import { CurrentCtx, Permission } from '../platform/route.decorators';

@Controller('report-types')
export class ReportTypeController {
  @Get()
  @Permission('read')
  list(@CurrentCtx() ctx: Ctx): ReportTypeInfo[] {
    return catalogue(ctx.language);
  }
}

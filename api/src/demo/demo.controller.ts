import { Controller, HttpCode, Post } from '@nestjs/common';
import type { Ctx } from '@tallysheet/contract';
import { CurrentCtx, Permission } from '../platform/route.decorators';
import { DemoService } from './demo.service';

@Controller('demo')
export class DemoController {
  constructor(private readonly demo: DemoService) {}

  @Post()
  @HttpCode(204)
  @Permission('admin')
  load(@CurrentCtx() ctx: Ctx): Promise<void> {
    return this.demo.loadIntoEmpty(ctx);
  }
}

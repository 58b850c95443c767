import { Controller, Get } from '@nestjs/common';
import type { Ctx, Tree } from '@tallysheet/contract';
import { CurrentCtx, Permission } from '../platform/route.decorators';
import { TreeService } from './tree.service';

@Controller('tree')
export class TreeController {
  constructor(private readonly tree: TreeService) {}

  @Get()
  @Permission('read')
  read(@CurrentCtx() ctx: Ctx): Promise<Tree> {
    return this.tree.read(ctx);
  }
}

import { Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import {
  newSourceKeySchema,
  sourceKeyPatchSchema,
  type Ctx,
  type NewSourceKey,
  type SourceKey,
  type SourceKeyPatch,
  type SourceState,
} from '@tallysheet/contract';
import { CurrentCtx, Permission } from '../platform/route.decorators';
import { ZodBody } from '../platform/zod-body';
import { SourceKeyService } from './source-key.service';
import { SourceStateService } from './source-state.service';

@Controller('sources')
export class SourceController {
  constructor(
    private readonly keys: SourceKeyService,
    private readonly states: SourceStateService,
  ) {}

  /** Who sends events, with what came of them. */
  @Get()
  @Permission('read')
  list(@CurrentCtx() ctx: Ctx): Promise<SourceState[]> {
    return this.states.list(ctx);
  }

  /** Makes an address for one sender's webhook. */
  @Post('keys')
  @Permission('admin')
  create(@CurrentCtx() ctx: Ctx, @ZodBody(newSourceKeySchema) wanted: NewSourceKey): Promise<SourceKey> {
    return this.keys.create(ctx, wanted);
  }

  /** A new secret takes the place of the old one, which is still accepted until the next change or `endPrevious`. */
  @Patch('keys/:id')
  @Permission('admin')
  change(
    @CurrentCtx() ctx: Ctx,
    @Param('id') id: string,
    @ZodBody(sourceKeyPatchSchema) patch: SourceKeyPatch,
  ): Promise<SourceKey> {
    return this.keys.change(ctx, id, patch);
  }

  /** Closes the address for ever. What came over it stays. */
  @Delete('keys/:id')
  @HttpCode(204)
  @Permission('admin')
  revoke(@CurrentCtx() ctx: Ctx, @Param('id') id: string): Promise<void> {
    return this.keys.revoke(ctx, id);
  }
}

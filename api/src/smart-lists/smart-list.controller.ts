import { Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import {
  savedSmartListInputSchema,
  savedSmartListPatchSchema,
  smartListCountSchema,
  type Ctx,
  type PeopleCount,
  type SavedSmartList,
  type SavedSmartListInput,
  type SavedSmartListPatch,
  type SmartListCount,
} from '@tallysheet/contract';
import { Aborted, CurrentCtx, Permission } from '../platform/route.decorators';
import { ZodBody } from '../platform/zod-body';
import { SmartListService } from './smart-list.service';

@Controller('smart-lists')
export class SmartListController {
  constructor(private readonly lists: SmartListService) {}

  @Get()
  @Permission('read')
  list(@CurrentCtx() ctx: Ctx): Promise<SavedSmartList[]> {
    return this.lists.list(ctx);
  }

  @Post()
  @Permission('admin')
  create(
    @CurrentCtx() ctx: Ctx,
    @ZodBody(savedSmartListInputSchema) input: SavedSmartListInput,
  ): Promise<SavedSmartList> {
    return this.lists.create(ctx, input);
  }

  /** How many people a list would have in it, saved or not. */
  @Post('count')
  @HttpCode(200)
  @Permission('read')
  count(
    @CurrentCtx() ctx: Ctx,
    @ZodBody(smartListCountSchema) { smartList }: SmartListCount,
    @Aborted() signal: AbortSignal,
  ): Promise<PeopleCount> {
    return this.lists.count(ctx, smartList, signal);
  }

  @Get(':id')
  @Permission('read')
  read(@CurrentCtx() ctx: Ctx, @Param('id') id: string): Promise<SavedSmartList> {
    return this.lists.read(ctx, id);
  }

  @Patch(':id')
  @Permission('admin')
  change(
    @CurrentCtx() ctx: Ctx,
    @Param('id') id: string,
    @ZodBody(savedSmartListPatchSchema) patch: SavedSmartListPatch,
  ): Promise<SavedSmartList> {
    return this.lists.change(ctx, id, patch);
  }

  @Delete(':id')
  @HttpCode(204)
  @Permission('admin')
  remove(@CurrentCtx() ctx: Ctx, @Param('id') id: string): Promise<void> {
    return this.lists.remove(ctx, id);
  }
}

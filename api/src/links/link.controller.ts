import { Controller, Get, Param, Patch, Query } from '@nestjs/common';
import {
  linkPatchSchema,
  linkQuerySchema,
  type Ctx,
  type Link,
  type LinkPage,
  type LinkPatch,
  type LinkQuery,
} from '@tallysheet/contract';
import { CurrentCtx, Permission } from '../platform/route.decorators';
import { ZodBody } from '../platform/zod-body';
import { ZodPipe } from '../platform/zod.pipe';
import { LinkService } from './link.service';

@Controller('links')
export class LinkController {
  constructor(private readonly links: LinkService) {}

  /** The links that people clicked, the most clicked first. */
  @Get()
  @Permission('read')
  page(@CurrentCtx() ctx: Ctx, @Query(new ZodPipe(linkQuerySchema)) query: LinkQuery): Promise<LinkPage> {
    return this.links.page(ctx, query);
  }

  /** Renames a link or says what it is for; another type counts its clicks anew. */
  @Patch(':id')
  @Permission('admin')
  change(@CurrentCtx() ctx: Ctx, @Param('id') id: string, @ZodBody(linkPatchSchema) patch: LinkPatch): Promise<Link> {
    return this.links.change(ctx, id, patch);
  }
}

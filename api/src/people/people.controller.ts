import { Controller, Get, Param, Patch, Query } from '@nestjs/common';
import {
  attributePatchSchema,
  attributeValuesSchema,
  type AttributePatch,
  type AttributeValueCount,
  type AttributeValuesQuery,
  type Ctx,
  type PersonAttribute,
} from '@tallysheet/contract';
import { z } from 'zod';
import { CurrentCtx, Permission } from '../platform/route.decorators';
import { ZodBody } from '../platform/zod-body';
import { ZodPipe } from '../platform/zod.pipe';
import { AttributeService } from './attribute.service';

const idSchema = z.coerce.number().int().positive();

@Controller('people')
export class PeopleController {
  constructor(private readonly attributes: AttributeService) {}

  /** What is known of people: names, types, and how many people have each. */
  @Get('attributes')
  @Permission('read')
  list(@CurrentCtx() ctx: Ctx): Promise<PersonAttribute[]> {
    return this.attributes.list(ctx);
  }

  /** The most frequent values of one attribute. */
  @Get('attributes/:id/values')
  @Permission('read')
  values(
    @CurrentCtx() ctx: Ctx,
    @Param('id', new ZodPipe(idSchema)) id: number,
    @Query(new ZodPipe(attributeValuesSchema)) { limit }: AttributeValuesQuery,
  ): Promise<AttributeValueCount[]> {
    return this.attributes.values(ctx, id, limit);
  }

  /** Gives an attribute another type, if all its values fit. */
  @Patch('attributes/:id')
  @Permission('admin')
  change(
    @CurrentCtx() ctx: Ctx,
    @Param('id', new ZodPipe(idSchema)) id: number,
    @ZodBody(attributePatchSchema) { type }: AttributePatch,
  ): Promise<PersonAttribute> {
    return this.attributes.changeType(ctx, id, type);
  }
}

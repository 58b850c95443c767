import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { Asset, Ctx } from '@tallysheet/contract';
import type { Response } from 'express';
import { CurrentCtx, Permission } from '../platform/route.decorators';
import { AssetService } from './asset.service';
import { PREVIEW_CSP } from './preview-document';

@Controller('assets')
export class AssetController {
  constructor(private readonly assets: AssetService) {}

  @Get(':id')
  @Permission('read')
  read(@CurrentCtx() ctx: Ctx, @Param('id') id: string): Promise<Asset> {
    return this.assets.read(ctx, id);
  }

  /** Remote pictures are in it only with `?pictures=remote`, tracking pixels never. */
  @Get(':id/preview')
  @Permission('read')
  async preview(
    @CurrentCtx() ctx: Ctx,
    @Param('id') id: string,
    @Query('pictures') asked: string | undefined,
    @Res() response: Response,
  ): Promise<void> {
    const pictures = asked === 'remote' ? 'remote' : 'none';
    const document = await this.assets.preview(ctx, id, pictures);
    response
      .set('Content-Security-Policy', PREVIEW_CSP(pictures))
      .set('X-Content-Type-Options', 'nosniff')
      .set('Referrer-Policy', 'no-referrer')
      .set('Cache-Control', 'no-store')
      .removeHeader('X-Frame-Options');
    response.type('text/html; charset=utf-8').send(document);
  }
}

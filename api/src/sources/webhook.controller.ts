import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { TallysheetError, type WebhookResult } from '@tallysheet/contract';
import { PROVIDERS } from '@tallysheet/sources';
import type { Request, Response } from 'express';
import type { SourceKeyEntity } from '../database/entities/source-key.entity';
import { callerLanguage } from '../platform/language';
import { Permission } from '../platform/route.decorators';
import { callBody } from './call-body';
import { SourceKeyService } from './source-key.service';
import { WebhookService } from './webhook.service';

@Controller('webhooks')
export class WebhookController {
  constructor(
    private readonly keys: SourceKeyService,
    private readonly webhooks: WebhookService,
  ) {}

  /**
   * What a sender's webhook calls. The address and the sender's own signature take the place of signing in. Answers
   * 200 when the events are on disk; whatever could not be used is kept.
   */
  @Post(':provider/:sourceKey')
  @HttpCode(200)
  @Permission('open')
  async receive(
    @Param('provider') provider: string,
    @Param('sourceKey') sourceKey: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<WebhookResult> {
    const key = await this.keys.open(provider, sourceKey);
    return this.take(key, request, response);
  }

  /** The same by GET, for the senders whose customers may choose it. HEAD, by which some look first, does nothing. */
  @Get(':provider/:sourceKey')
  @Permission('open')
  async receiveByGet(
    @Param('provider') provider: string,
    @Param('sourceKey') sourceKey: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<WebhookResult | undefined> {
    const key = await this.keys.open(provider, sourceKey);
    if (request.method === 'HEAD') return undefined;
    if (!PROVIDERS[key.provider].callsByGet) {
      response.set('Allow', 'POST, HEAD');
      throw new TallysheetError('method-not-allowed');
    }
    return this.take(key, request, response);
  }

  private take(key: SourceKeyEntity, request: Request, response: Response): Promise<WebhookResult> {
    return this.webhooks.receive(key, async (withinMs) => ({
      ...{ method: request.method, body: await callBody(request, response, withinMs), headers: singleHeaders(request) },
      url: `${request.protocol}://${request.headers.host ?? ''}${request.originalUrl}`,
      language: callerLanguage(request, 'en'),
    }));
  }
}

function singleHeaders(request: Request): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );
}

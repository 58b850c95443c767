import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { TallysheetError, type WebhookResult } from '@tallysheet/contract';
import { PROVIDERS } from '@tallysheet/sources';
import { raw, type Request, type Response } from 'express';
import type { SourceKeyEntity } from '../database/entities/source-key.entity';
import { callerLanguage } from '../platform/language';
import { Permission } from '../platform/route.decorators';
import { SourceKeyService } from './source-key.service';
import { WebhookService } from './webhook.service';

/** The limit holds for what a compressed body unpacks to. */
const readBody = raw({ type: () => true, limit: '5mb' });

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
    return this.webhooks.receive(key, async () => ({
      ...{ method: request.method, body: await bodyOf(request, response), headers: singleHeaders(request) },
      url: `${request.protocol}://${request.headers.host ?? ''}${request.originalUrl}`,
      language: callerLanguage(request, 'en'),
    }));
  }
}

function bodyOf(request: Request, response: Response): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    readBody(request, response, (error?: unknown) => {
      if (error instanceof Error) reject(error);
      else resolve(Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0));
    });
  });
}

function singleHeaders(request: Request): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );
}

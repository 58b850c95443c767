import { Controller, HttpCode, Inject, Post, Res } from '@nestjs/common';
import { TallysheetError } from '@tallysheet/contract';
import type { Response } from 'express';
import { z } from 'zod';
import type { Config } from '../platform/config';
import { Permission } from '../platform/route.decorators';
import { CONFIG } from '../platform/tokens';
import { ZodBody } from '../platform/zod-body';
import { issueSession, sameText, SESSION_COOKIE } from './session-cookie';

const signInSchema = z.strictObject({ token: z.string().min(1).max(1000) });

/** Lets a browser in where the server asks for its access token. */
@Controller()
export class SignInController {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  @Post('sign-in')
  @HttpCode(204)
  @Permission('open')
  signIn(
    @ZodBody(signInSchema) { token }: z.infer<typeof signInSchema>,
    @Res({ passthrough: true }) response: Response,
  ): void {
    const { adminToken } = this.config;
    if (adminToken === null) return;
    if (!sameText(token, adminToken)) throw new TallysheetError('unauthorized');
    response.cookie(SESSION_COOKIE, issueSession(adminToken, Date.now()), {
      httpOnly: true,
      sameSite: 'strict',
      maxAge: 30 * 86_400_000,
    });
  }

  @Post('sign-out')
  @HttpCode(204)
  @Permission('read')
  signOut(@Res({ passthrough: true }) response: Response): void {
    response.clearCookie(SESSION_COOKIE);
  }
}

import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { SCOPES, TallysheetError, type Ctx, type Scope } from '@tallysheet/contract';
import { Database } from '../database/database';
import { Workspace } from '../database/entities/workspace.entity';
import { type Config } from '../platform/config';
import { callerLanguage } from '../platform/language';
import { PERMISSION, type CtxRequest } from '../platform/route.decorators';
import { CONFIG } from '../platform/tokens';
import { WORKSPACE_ID } from '../platform/workspace-id';
import { isValidSession, sameText, SESSION_COOKIE } from './session-cookie';
import { TokenService } from './token.service';

/**
 * Finds out who calls and lets only those in who may. Without ADMIN_TOKEN, which a reachable server cannot do without,
 * the caller is the one local user. A route that names no permission is closed.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: TokenService,
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<CtxRequest>();
    const needs = this.reflector.get<Scope | 'open' | undefined>(PERMISSION, context.getHandler());
    if (needs === 'open') return true;
    const caller = await this.caller(request);
    if (!caller) throw new TallysheetError('unauthorized');
    if (!needs || !mayDo(caller.permissions, needs)) throw new TallysheetError('forbidden', { needs: needs ?? '' });
    const workspace = this.database.small.getRepository(Workspace);
    const { language } = await workspace.findOneByOrFail({ id: caller.workspaceId });
    request.ctx = { ...caller, language: callerLanguage(request, language) };
    return true;
  }

  private async caller(request: CtxRequest): Promise<Omit<Ctx, 'language'> | null> {
    const { adminToken } = this.config;
    const token = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (token !== undefined) {
      if (adminToken && sameText(token, adminToken)) return everything('admin token');
      const known = await this.tokens.find(token);
      return known && { workspaceId: known.workspaceId, actor: `token ${known.name}`, permissions: known.scopes };
    }
    if (!adminToken) return everything('local user');
    const cookies = new URLSearchParams((request.headers.cookie ?? '').replaceAll('; ', '&'));
    return isValidSession(cookies.get(SESSION_COOKIE) ?? undefined, adminToken, Date.now())
      ? everything('admin')
      : null;
  }
}

function everything(actor: string): Omit<Ctx, 'language'> {
  return { workspaceId: WORKSPACE_ID, actor, permissions: SCOPES };
}

function mayDo(permissions: readonly Scope[], needs: Scope): boolean {
  return permissions.includes('admin') || permissions.includes(needs);
}

import { TallysheetError } from '@tallysheet/contract';
import type { NextFunction, Request, Response } from 'express';
import { isLoopback, type Config } from './config';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Answers only under names that are ours, and refuses changes that another site's page asks for: otherwise any page
 * open in the user's browser could talk to a server on their own machine.
 */
export function sameSite(config: Config) {
  const names = new Set([config.host, ...config.allowedHosts]);
  const ours = (hostname: string) => isLoopback(hostname) || names.has(hostname);

  return (request: Request, _response: Response, next: NextFunction): void => {
    const host = hostnameOf(`http://${request.headers.host ?? ''}`);
    if (!host || !ours(host)) return next(new TallysheetError('unknown-host', { host: host ?? '' }));
    const { origin } = request.headers;
    if (!SAFE_METHODS.has(request.method) && origin !== undefined && !isOwnOrigin(origin, request)) {
      return next(new TallysheetError('foreign-origin', { origin }));
    }
    next();
  };
}

function isOwnOrigin(origin: string, request: Request): boolean {
  try {
    return new URL(origin).host === request.headers.host;
  } catch {
    return false;
  }
}

function hostnameOf(url: string): string | null {
  try {
    return new URL(url).hostname;
  } catch {
    return null;
  }
}

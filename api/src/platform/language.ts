import { LANGUAGES, type Language } from '@tallysheet/contract';
import type { Request } from 'express';

/** The first of the caller's languages that we speak, else the workspace's. */
export function callerLanguage(request: Request, fallback: Language): Language {
  const accepted = request.acceptsLanguages([...LANGUAGES]);
  return request.headers['accept-language'] && accepted ? (accepted as Language) : fallback;
}

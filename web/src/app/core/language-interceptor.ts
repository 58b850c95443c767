import type { HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { Messages } from './messages';

/** Tells the server which language its answers are to be in. */
export const languageInterceptor: HttpInterceptorFn = (request, next) =>
  next(request.clone({ setHeaders: { 'Accept-Language': inject(Messages).language() } }));

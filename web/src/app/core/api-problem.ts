import { HttpErrorResponse } from '@angular/common/http';
import type { ErrorCode, ErrorParams, Problem } from '@tallysheet/contract';

/** What a failed call may be about: the server's codes, or no answer at all. */
export type ProblemCode = ErrorCode | 'offline';

/** A call that failed, with the server's own words and the facts to tell it in ours. */
export class ApiProblem extends Error implements Omit<Problem, 'code'> {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: ProblemCode;
  readonly params: ErrorParams;
  readonly path?: string;
  readonly requestId: string;

  constructor(problem: Partial<Omit<Problem, 'code'>> & { code: ProblemCode }) {
    super(problem.detail ?? problem.code);
    this.name = 'ApiProblem';
    this.type = problem.type ?? 'about:blank';
    this.title = problem.title ?? '';
    this.status = problem.status ?? 0;
    this.detail = problem.detail ?? '';
    this.code = problem.code;
    this.params = problem.params ?? {};
    this.path = problem.path;
    this.requestId = problem.requestId ?? '';
  }
}

/** Reads whatever a failed call threw: a problem document, a file answer that holds one, or silence. */
export async function toApiProblem(error: unknown): Promise<ApiProblem> {
  if (error instanceof ApiProblem) return error;
  if (!(error instanceof HttpErrorResponse) || error.status === 0) return new ApiProblem({ code: 'offline' });
  const body: unknown = error.error instanceof Blob ? parse(await error.error.text()) : error.error;
  return problemOf(error.status, body);
}

/** A problem document as an error; anything else, such as a proxy's page, by its status alone. */
export function problemOf(status: number, body: unknown): ApiProblem {
  const document = typeof body === 'string' ? parse(body) : body;
  if (isProblem(document)) return new ApiProblem(document);
  return new ApiProblem({ code: codeByStatus(status), status });
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string';
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function codeByStatus(status: number): ProblemCode {
  if (status === 401) return 'unauthorized';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'not-found';
  if (status === 413) return 'payload-too-large';
  if (status === 502 || status === 503 || status === 504) return 'offline';
  return 'internal';
}

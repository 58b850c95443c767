import { HttpClient, type HttpResponse } from '@angular/common/http';
import { inject } from '@angular/core';
import { Router } from '@angular/router';
import { firstValueFrom, fromEvent, type Observable, takeUntil } from 'rxjs';
import { type ApiProblem, toApiProblem } from './api-problem';
import { fileNameOf } from './file-name';

export interface NamedFile {
  name: string;
  blob: Blob;
}

/** How calls to the server are answered: one that fails rejects with an {@link ApiProblem}, and who is not signed in is asked to. */
export abstract class ApiCalls {
  protected readonly http = inject(HttpClient);
  private readonly router = inject(Router);

  /** A signal takes the question back. */
  protected async answer<T>(call: Observable<T>, signal?: AbortSignal): Promise<T> {
    try {
      return await firstValueFrom(signal ? call.pipe(takeUntil(fromEvent(signal, 'abort'))) : call);
    } catch (error) {
      return this.fail(error);
    }
  }

  /** A file, by the name that the server gives it. */
  protected async file(call: Observable<HttpResponse<Blob>>, fallbackName: string): Promise<NamedFile> {
    const response = await this.answer(call);
    const name = fileNameOf(response.headers.get('content-disposition')) ?? fallbackName;
    return { name, blob: response.body ?? new Blob() };
  }

  protected async fail(error: unknown): Promise<never> {
    if (error instanceof DOMException) throw error;
    const problem: ApiProblem = await toApiProblem(error);
    if (problem.code === 'unauthorized' && !this.router.url.startsWith('/sign-in')) {
      await this.router.navigate(['/sign-in'], { queryParams: { from: this.router.url } });
    }
    throw problem;
  }
}

import { Injectable } from '@angular/core';
import type { ProgramFigures, ProgramFiguresRead } from '@tallysheet/contract';
import { ApiCalls } from '../core/api-calls';

/** What the server is asked about a program: what it cost, and which statuses are a success in it. */
@Injectable({ providedIn: 'root' })
export class ProgramApi extends ApiCalls {
  figures(id: string): Promise<ProgramFiguresRead> {
    return this.answer(this.http.get<ProgramFiguresRead>(figuresUrl(id)));
  }

  updateFigures(id: string, figures: ProgramFigures): Promise<ProgramFiguresRead> {
    return this.answer(this.http.put<ProgramFiguresRead>(figuresUrl(id), figures));
  }
}

function figuresUrl(id: string): string {
  return `/api/programs/${encodeURIComponent(id)}/figures`;
}

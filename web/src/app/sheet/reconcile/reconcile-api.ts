import { Injectable } from '@angular/core';
import type { Reconciliation, ReportQuery } from '@tallysheet/contract';
import { ApiCalls, type NamedFile } from '../../core/api-calls';

/** What the server is asked about a report of Marketo's. */
@Injectable({ providedIn: 'root' })
export class ReconcileApi extends ApiCalls {
  /** Such a report beside the sheet of a query; a signal takes the question back. */
  compare(query: ReportQuery, file: File, signal: AbortSignal): Promise<Reconciliation> {
    return this.answer(this.http.post<Reconciliation>('/api/sheets/reconcile', formOf(query, file)), signal);
  }

  /** The same as a CSV file, with all rows. */
  export(query: ReportQuery, file: File): Promise<NamedFile> {
    const options = { observe: 'response', responseType: 'blob' } as const;
    return this.file(this.http.post('/api/sheets/reconcile/export', formOf(query, file), options), 'comparison.csv');
  }
}

function formOf(query: ReportQuery, file: File): FormData {
  const form = new FormData();
  form.append('query', JSON.stringify(query));
  form.append('file', file, file.name);
  return form;
}

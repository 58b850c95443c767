import { HttpParams } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type {
  Asset,
  AttributeValueCount,
  EventsResult,
  Explanation,
  ImportFormat,
  ImportResult,
  Link,
  LinkPage,
  LinkPatch,
  NewSourceKey,
  PeoplePage,
  PersonAttribute,
  RejectedPage,
  Report,
  ReportInput,
  ReportPatch,
  ReportQuery,
  ReportTypeInfo,
  RetryResult,
  SettingsAnswer,
  SettingsPatch,
  Sheet,
  SheetCell,
  SourceKey,
  SourceKeyPatch,
  SourceState,
  Tree,
} from '@tallysheet/contract';
import { firstValueFrom } from 'rxjs';
import { ApiCalls, type NamedFile } from './api-calls';
import { toApiProblem } from './api-problem';
import { Messages } from './messages';
import { upload } from './upload';

export interface Health {
  status: string;
  database: string;
  version: string;
}

/** How a file is to be read; `mapping` names our column for a header of the file. */
export interface ImportOptions {
  format: ImportFormat;
  dryRun?: boolean;
  mapping?: Record<string, string>;
  source?: string;
}

/** Every call to the server that several features make, one method each. */
@Injectable({ providedIn: 'root' })
export class Api extends ApiCalls {
  private readonly messages = inject(Messages);

  health(): Promise<Health> {
    return this.answer(this.http.get<Health>('/api/health'));
  }

  reportTypes(): Promise<ReportTypeInfo[]> {
    return this.answer(this.http.get<ReportTypeInfo[]>('/api/report-types'));
  }

  tree(): Promise<Tree> {
    return this.answer(this.http.get<Tree>('/api/tree'));
  }

  /** Counts a sheet without saving it; a signal takes the question back. */
  sheet(query: ReportQuery, signal?: AbortSignal): Promise<Sheet> {
    return this.answer(this.http.post<Sheet>('/api/sheets', query), signal);
  }

  /** Counts a saved report as it is saved. */
  reportSheet(id: string): Promise<Sheet> {
    return this.answer(this.http.get<Sheet>(`${reportUrl(id)}/sheet`));
  }

  /** The saved reports, newest first. */
  reports(): Promise<Report[]> {
    return this.answer(this.http.get<Report[]>('/api/reports'));
  }

  report(id: string): Promise<Report> {
    return this.answer(this.http.get<Report>(reportUrl(id)));
  }

  createReport(report: ReportInput): Promise<Report> {
    return this.answer(this.http.post<Report>('/api/reports', report));
  }

  updateReport(id: string, patch: ReportPatch): Promise<Report> {
    return this.answer(this.http.patch<Report>(reportUrl(id), patch));
  }

  async deleteReport(id: string): Promise<void> {
    await this.answer(this.http.delete(reportUrl(id)));
  }

  /** Brings a deleted report back as it was. */
  restoreReport(id: string): Promise<Report> {
    return this.answer(this.http.post<Report>(`${reportUrl(id)}/restore`, {}));
  }

  cloneReport(id: string, name: string): Promise<Report> {
    return this.answer(this.http.post<Report>(`${reportUrl(id)}/clone`, { name }));
  }

  /** The sheet of a query as a CSV file, named after `title`. */
  exportSheet(query: ReportQuery, title: string): Promise<NamedFile> {
    const params = new HttpParams({ fromObject: { format: 'csv', title } });
    const options = { params, observe: 'response', responseType: 'blob' } as const;
    return this.file(this.http.post('/api/sheets/export', query, options), `${title}.csv`);
  }

  /** A saved report's sheet as a CSV file. */
  exportReport(id: string): Promise<NamedFile> {
    const options = { params: { format: 'csv' }, observe: 'response', responseType: 'blob' } as const;
    return this.file(this.http.get(`${reportUrl(id)}/export`, options), 'report.csv');
  }

  /** A page of who is behind a cell of a sheet. */
  people(cell: SheetCell & { cursor?: string }): Promise<PeoplePage> {
    return this.answer(this.http.post<PeoplePage>('/api/sheets/people', cell));
  }

  /** All of them as a CSV file. */
  exportPeople(cell: SheetCell): Promise<NamedFile> {
    const options = { params: { format: 'csv' }, observe: 'response', responseType: 'blob' } as const;
    return this.file(this.http.post('/api/sheets/people/export', cell, options), 'people.csv');
  }

  /** How the number of a cell was made. */
  explain(cell: SheetCell): Promise<Explanation> {
    return this.answer(this.http.post<Explanation>('/api/sheets/explain', cell));
  }

  /** What is known of people: names, types, and how many people have each. */
  personAttributes(): Promise<PersonAttribute[]> {
    return this.answer(this.http.get<PersonAttribute[]>('/api/people/attributes'));
  }

  /** The most frequent values of one of them. */
  attributeValues(id: number): Promise<AttributeValueCount[]> {
    return this.answer(this.http.get<AttributeValueCount[]>(`/api/people/attributes/${id}/values`));
  }

  asset(id: string): Promise<Asset> {
    return this.answer(this.http.get<Asset>(`/api/assets/${encodeURIComponent(id)}`));
  }

  /** Where the safe document of an email is, for a frame; remote pictures load only with `pictures`. */
  previewUrl(id: string, { pictures = false }: { pictures?: boolean } = {}): string {
    return `/api/assets/${encodeURIComponent(id)}/preview${pictures ? '?pictures=remote' : ''}`;
  }

  settings(): Promise<SettingsAnswer> {
    return this.answer(this.http.get<SettingsAnswer>('/api/settings'));
  }

  updateSettings(patch: SettingsPatch): Promise<SettingsAnswer> {
    return this.answer(this.http.patch<SettingsAnswer>('/api/settings', patch));
  }

  /** The latest imports, newest first. */
  imports(): Promise<ImportResult[]> {
    return this.answer(this.http.get<ImportResult[]>('/api/imports'));
  }

  import(id: string): Promise<ImportResult> {
    return this.answer(this.http.get<ImportResult>(`/api/imports/${encodeURIComponent(id)}`));
  }

  /** Who sends events by itself, and what came of it. */
  sources(): Promise<SourceState[]> {
    return this.answer(this.http.get<SourceState[]>('/api/sources'));
  }

  createSourceKey(key: NewSourceKey): Promise<SourceKey> {
    return this.answer(this.http.post<SourceKey>('/api/sources/keys', key));
  }

  updateSourceKey(id: string, patch: SourceKeyPatch): Promise<SourceKey> {
    return this.answer(this.http.patch<SourceKey>(`/api/sources/keys/${encodeURIComponent(id)}`, patch));
  }

  async deleteSourceKey(id: string): Promise<void> {
    await this.answer(this.http.delete(`/api/sources/keys/${encodeURIComponent(id)}`));
  }

  /** The links that people clicked, the most clicked first; `after` is the `next` of the page before. */
  links({ search, after }: { search?: string; after?: number } = {}): Promise<LinkPage> {
    const params = new HttpParams({ fromObject: { ...(search ? { search } : {}), ...(after ? { after } : {}) } });
    return this.answer(this.http.get<LinkPage>('/api/links', { params }));
  }

  updateLink(id: string, patch: LinkPatch): Promise<Link> {
    return this.answer(this.http.patch<Link>(`/api/links/${encodeURIComponent(id)}`, patch));
  }

  /** What could not be used, the newest first; `before` is the `next` of the page before. */
  rejected(before?: number): Promise<RejectedPage> {
    const params = before === undefined ? undefined : new HttpParams({ fromObject: { before } });
    return this.answer(this.http.get<RejectedPage>('/api/rejected', { params }));
  }

  readonly rejectedDownloadUrl = '/api/rejected/download';

  retryRejected(): Promise<RetryResult> {
    return this.answer(this.http.post<RetryResult>('/api/rejected/retry', {}));
  }

  /** Reads one rejected row again, with this text in place of its own. */
  repairRejected(id: number, raw: string): Promise<RetryResult> {
    return this.answer(this.http.post<RetryResult>(`/api/rejected/${id}/retry`, { raw }));
  }

  /** Sends canonical events as a source would. */
  sendEvents(source: string, events: readonly object[]): Promise<EventsResult> {
    const params = new HttpParams({ fromObject: { source } });
    return this.answer(this.http.post<EventsResult>('/api/events', events, { params }));
  }

  /** Where the rejected rows of an import are, as a CSV file. */
  rejectedUrl(id: string): string {
    return `/api/imports/${encodeURIComponent(id)}/rejected`;
  }

  /** Sends a file and tells how much has gone; the answer is how its rows were taken. */
  importFile(
    file: File,
    options: ImportOptions,
    onProgress: (sent: number, total: number) => void,
    signal?: AbortSignal,
  ): Promise<ImportResult> {
    const params = new URLSearchParams({ format: options.format, fileName: file.name });
    if (options.dryRun) params.set('dryRun', 'true');
    if (options.source) params.set('source', options.source);
    if (options.mapping) params.set('mapping', JSON.stringify(options.mapping));
    const sent = upload<ImportResult>({
      url: `/api/imports?${params}`,
      body: file,
      language: this.messages.language(),
      onProgress,
      signal,
    });
    return sent.catch((error: unknown) => this.fail(error));
  }

  /** Loads the demo into an empty workspace. */
  async loadDemo(): Promise<void> {
    await this.answer(this.http.post('/api/demo', {}));
  }

  async signIn(token: string): Promise<void> {
    try {
      await firstValueFrom(this.http.post('/api/sign-in', { token }));
    } catch (error) {
      // A wrong token is answered on the page itself.
      throw await toApiProblem(error);
    }
  }

  async signOut(): Promise<void> {
    await this.answer(this.http.post('/api/sign-out', {}));
  }
}

function reportUrl(id: string): string {
  return `/api/reports/${encodeURIComponent(id)}`;
}

import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { ImportResult } from '@tallysheet/contract';
import { Api, type ImportOptions } from '../core/api';
import { ApiProblem } from '../core/api-problem';
import { Messages } from '../core/messages';
import { DataPage } from './data-page';

jest.mock('./file-start', () => ({ fileStart: () => Promise.resolve('Person ID,Date,activityTypeId\n1,2,3') }));

const RESULT: ImportResult = {
  id: '9',
  format: 'marketo-activities',
  source: 'marketo',
  fileName: 'events.csv',
  dryRun: false,
  state: 'done',
  bytesRead: 2048,
  rowsRead: 1010,
  accepted: 1000,
  duplicates: 5,
  rejected: 2,
  passedOver: [{ type: '1', name: 'Visit Webpage', count: 3 }],
  rejectedRows: [{ line: 1204, code: 'bad-date', field: 'activityDate', detail: 'yesterday', raw: '1,yesterday,6' }],
  error: null,
  startedAt: '2026-11-21T14:21:00Z',
  finishedAt: '2026-11-21T14:21:19Z',
};

describe('The data page', () => {
  let fixture: ComponentFixture<DataPage>;
  let page: HTMLElement;
  const importFile = jest.fn<Promise<ImportResult>, [File, ImportOptions, (sent: number) => void, AbortSignal]>();
  const api = {
    imports: jest.fn((): Promise<ImportResult[]> => Promise.resolve([])),
    tree: jest.fn(() => Promise.resolve({ workspace: { name: 'Northfold' }, nodes: [] })),
    settings: jest.fn(() => new Promise(() => undefined)),
    rejectedUrl: (id: string) => `/api/imports/${id}/rejected`,
    importFile,
  };

  beforeEach(async () => {
    jest.clearAllMocks();
    importFile.mockResolvedValue(RESULT);
    TestBed.configureTestingModule({ providers: [provideRouter([]), { provide: Api, useValue: api }] });
    TestBed.inject(Messages).setLanguage('en');
    fixture = TestBed.createComponent(DataPage);
    page = fixture.nativeElement as HTMLElement;
    await settled();
  });

  /** Answers of the server take a few turns to reach the screen. */
  async function settled(): Promise<void> {
    for (let turn = 0; turn < 8; turn += 1) await fixture.whenStable();
  }
  async function choose(...names: string[]): Promise<void> {
    const field = page.querySelector<HTMLInputElement>('input[type=file]')!;
    const files = names.map((name) => new File(['x'.repeat(100)], name));
    Object.defineProperty(field, 'files', { value: files, configurable: true });
    field.dispatchEvent(new Event('change'));
    await settled();
  }
  const words = (selector: string) => readWords(page.querySelector(selector));
  const button = (name: string) =>
    [...page.querySelectorAll('button')].find((candidate) => candidate.textContent.trim() === name)!;

  it('takes a file and says how its rows were taken, and which were not and why', async () => {
    await choose('events.csv');
    expect(importFile.mock.calls[0]?.[1]).toEqual({ format: 'marketo-activities', dryRun: false, mapping: undefined });
    expect(words('ts-import-result-card dl')).toBe(
      'Rows read 1,010 Accepted 1,000 Already known 5 Other types 3 Rejected 2',
    );
    expect(words('ts-rejected-rows tbody tr')).toContain('1,204 The date is not a date 1,yesterday,6');
    expect(words('ts-rejected-rows .more')).toBe('1 more');
    expect(page.querySelector<HTMLAnchorElement>('a[download]')?.getAttribute('href')).toBe('/api/imports/9/rejected');
    expect(words('ts-passed-over li')).toBe('Visit Webpage 3');
    expect(page.querySelector('a[href="/reports/new?type=campaign-email-performance"]')).not.toBeNull();
  });

  it('reads the tree and the list of imports again when something came in', async () => {
    api.imports.mockResolvedValue([RESULT]);
    await choose('events.csv');
    expect(api.tree).toHaveBeenCalledTimes(1);
    expect(words('ts-import-history tbody')).toContain('events.csv');
    api.imports.mockResolvedValue([]);
  });

  it('takes several files one after the other', async () => {
    let finish: (result: ImportResult) => void = () => undefined;
    importFile.mockImplementationOnce(() => new Promise((resolve) => (finish = resolve)));
    await choose('first.csv', 'second.csv');
    expect(importFile).toHaveBeenCalledTimes(1);
    expect(words('ts-import-progress:last-of-type')).toContain('waits for its turn');
    finish(RESULT);
    await settled();
    expect(importFile).toHaveBeenCalledTimes(2);
    expect(page.querySelectorAll('ts-import-result-card')).toHaveLength(2);
  });

  it('shows how far a file is, and stops it', async () => {
    importFile.mockImplementationOnce(
      (_file, _options, onProgress, signal) =>
        new Promise((_, reject) => {
          onProgress(50);
          signal.addEventListener('abort', () => reject(new DOMException('stopped', 'AbortError')));
        }),
    );
    await choose('events.csv');
    expect(page.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow')).toBe('50');
    expect(words('ts-import-progress')).toContain('50 B of 100 B');
    button('Cancel').click();
    await settled();
    expect(words('ts-import-failure')).toContain('events.csv was stopped');
  });

  it('says in the server’s words why a file could not be read', async () => {
    importFile.mockRejectedValueOnce(new ApiProblem({ code: 'empty-file', status: 422, detail: 'The file is empty.' }));
    await choose('nothing.csv');
    expect(words('ts-import-failure')).toContain('nothing.csv was not imported The file is empty.');
    button('Try again').click();
    await settled();
    expect(page.querySelector('ts-import-failure')).toBeNull();
    expect(page.querySelectorAll('ts-import-result-card')).toHaveLength(1);
  });

  it('asks which column is which, and reads the file again with the answer', async () => {
    const params = { missing: 'leadId, activityDate', found: 'Person ID, Date, activityTypeId' };
    importFile.mockRejectedValueOnce(
      new ApiProblem({ code: 'missing-columns', status: 422, detail: 'Missing.', params }),
    );
    await choose('renamed.csv');
    button('Read with these columns').click();
    await settled();
    expect(importFile.mock.calls[1]?.[1].mapping).toEqual({ leadId: 'Person ID', activityDate: 'Date' });
  });

  it('asks who is meant in a file of people, and reads it again with the answer', async () => {
    const params = { missing: 'person.id / person.address', found: 'Customer no, City' };
    importFile.mockRejectedValueOnce(
      new ApiProblem({ code: 'missing-columns', status: 422, detail: 'Missing.', params }),
    );
    importFile.mockResolvedValueOnce({ ...RESULT, format: 'people' });
    page.querySelector<HTMLInputElement>('input[value=people]')!.click();
    await choose('people.csv');
    expect(words('ts-column-mapping .intro')).toContain('No column of this file says who is meant.');
    button('Read with these columns').click();
    await settled();
    expect(importFile.mock.calls[1]?.[1]).toMatchObject({ format: 'people', mapping: { 'person.id': 'Customer no' } });
    expect(words('ts-import-result-card small')).toContain('People and their attributes (CSV)');
    expect(page.querySelector('a[href^="/reports/new"]')).toBeNull();
  });

  it('tries without saving, and then imports what was tried', async () => {
    importFile.mockResolvedValueOnce({ ...RESULT, dryRun: true });
    page.querySelector<HTMLInputElement>('[role=switch]')!.click();
    await choose('events.csv');
    expect(importFile.mock.calls[0]?.[1].dryRun).toBe(true);
    expect(words('ts-import-result-card small')).toContain('nothing was saved');
    expect(api.tree).not.toHaveBeenCalled();
    button('Import now').click();
    await settled();
    expect(importFile.mock.calls[1]?.[1].dryRun).toBe(false);
  });

  it('shows an earlier import again', async () => {
    api.imports.mockResolvedValueOnce([{ ...RESULT, fileName: 'earlier.csv' }]);
    await choose('events.csv');
    page.querySelector<HTMLButtonElement>('ts-import-history .link')!.click();
    await settled();
    expect(words('ts-import-result-card b')).toBe('earlier.csv');
  });
});

/** What is read on screen: the texts inside, one after the other. */
function readWords(element: Node | null): string {
  if (!element) return '';
  if (element.nodeType === Node.TEXT_NODE) return element.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  return [...element.childNodes].map(readWords).filter(Boolean).join(' ');
}

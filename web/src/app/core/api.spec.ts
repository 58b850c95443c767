import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { Api } from './api';
import { languageInterceptor } from './language-interceptor';
import { Messages } from './messages';

describe('The API', () => {
  let api: Api;
  let server: HttpTestingController;

  beforeEach(() => {
    localStorage.clear();
    TestBed.configureTestingModule({
      providers: [
        provideRouter([{ path: '**', children: [] }]),
        provideHttpClient(withInterceptors([languageInterceptor])),
        provideHttpClientTesting(),
      ],
    });
    api = TestBed.inject(Api);
    server = TestBed.inject(HttpTestingController);
  });

  afterEach(() => server.verify());

  it('is asked in the reader’s language', async () => {
    TestBed.inject(Messages).setLanguage('fr');
    const types = api.reportTypes();
    const call = server.expectOne('/api/report-types');
    expect(call.request.headers.get('Accept-Language')).toBe('fr');
    call.flush([]);
    await expect(types).resolves.toEqual([]);
  });

  it('tells a problem with its code, facts and request id', async () => {
    const created = api.updateReport('7', { name: 'Spring' });
    const problem = {
      code: 'settings-changing',
      status: 409,
      params: { name: 'Spring' },
      path: 'name',
      requestId: '7f3a',
    };
    server.expectOne('/api/reports/7').flush(problem, { status: 409, statusText: 'Conflict' });
    await expect(created).rejects.toMatchObject(problem);
  });

  it('tells a proxy’s own error page by its status', async () => {
    const tree = api.tree();
    server.expectOne('/api/tree').flush('<h1>Not here</h1>', { status: 404, statusText: 'Not Found' });
    await expect(tree).rejects.toMatchObject({ code: 'not-found', status: 404 });
  });

  it('is offline when nothing answers', async () => {
    const health = api.health();
    server.expectOne('/api/health').error(new ProgressEvent('error'));
    await expect(health).rejects.toMatchObject({ code: 'offline' });
  });

  it('leads to signing in and back when it asks for that', async () => {
    const router = TestBed.inject(Router);
    await router.navigateByUrl('/settings');
    const settings = api.settings();
    server.expectOne('/api/settings').flush(null, { status: 401, statusText: 'Unauthorized' });
    await expect(settings).rejects.toMatchObject({ code: 'unauthorized' });
    expect(router.url).toBe('/sign-in?from=%2Fsettings');
  });

  it('hands over an exported file under the name that the server gave it', async () => {
    const file = api.exportSheet({ reportType: 'email-performance', timeFrame: { preset: 'today' } }, 'Été');
    const call = server.expectOne((request) => request.url === '/api/sheets/export');
    expect(call.request.params.get('format')).toBe('csv');
    const disposition = `attachment; filename="Ete.csv"; filename*=UTF-8''%C3%89t%C3%A9.csv`;
    call.flush(new Blob(['Total']), { headers: { 'content-disposition': disposition } });
    await expect(file).resolves.toMatchObject({ name: 'Été.csv' });
  });
});

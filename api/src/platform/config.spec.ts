import { readConfig } from './config';
import { StartupError } from './startup-error';

describe('The configuration', () => {
  it('serves this machine only, on port 3000, from ./data, unless told otherwise', () => {
    expect(readConfig({})).toMatchObject({ host: '127.0.0.1', port: 3000, databaseUrl: null, adminToken: null });
    expect(readConfig({}).dataDir).toMatch(/[/\\]data$/);
  });

  it.each(['0.0.0.0', '::', '192.168.1.7', 'reports.example'])('refuses to serve %s without ADMIN_TOKEN', (HOST) => {
    expect(() => readConfig({ HOST })).toThrow(StartupError);
    expect(() => readConfig({ HOST })).toThrow(/^[^\n]*ADMIN_TOKEN[^\n]*$/);
    expect(readConfig({ HOST, ADMIN_TOKEN: 'a-long-access-token' })).toMatchObject({ host: HOST });
  });

  it.each(['127.0.0.1', 'localhost', '::1'])('serves %s without', (HOST) => {
    expect(readConfig({ HOST }).adminToken).toBeNull();
  });

  it.each([{ PORT: 'abc' }, { PORT: '70000' }, { PORT: '-1' }, { DATABASE_URL: 'postgres://localhost/x' }])(
    'refuses %o with one line',
    (env) => {
      expect(() => readConfig(env)).toThrow(StartupError);
      expect(() => readConfig(env)).toThrow(/^[^\n]+$/);
    },
  );

  it('takes several names that it may be called by', () => {
    expect(readConfig({ ALLOWED_HOSTS: 'a.example, b.example,' }).allowedHosts).toEqual(['a.example', 'b.example']);
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

  it.each([
    { PORT: 'abc' },
    { PORT: '70000' },
    { PORT: '-1' },
    { DATABASE_URL: 'postgres://localhost/x' },
    { LIVE_LISTENERS: 'many' },
  ])('refuses %o with one line', (env) => {
    expect(() => readConfig(env)).toThrow(StartupError);
    expect(() => readConfig(env)).toThrow(/^[^\n]+$/);
  });

  it('takes several names that it may be called by', () => {
    expect(readConfig({ ALLOWED_HOSTS: 'a.example, b.example,' }).allowedHosts).toEqual(['a.example', 'b.example']);
  });

  describe('of addresses of bots', () => {
    const folder = mkdtempSync(join(tmpdir(), 'bot-ip-'));
    const list = (text: string) => {
      const file = join(folder, 'list.txt');
      writeFileSync(file, text);
      return file;
    };
    afterAll(() => rmSync(folder, { recursive: true }));

    it('has none unless a file is named', () => {
      expect(readConfig({}).ipRanges.empty).toBe(true);
      expect(readConfig({ BOT_IP_FILE: '' }).ipRanges.empty).toBe(true);
    });

    it('takes them from the file', () => {
      const { ipRanges } = readConfig({ BOT_IP_FILE: list('# scanners\n203.0.113.0/24\n192.0.2.1 privacyProxy\n') });
      expect(ipRanges.verdictOn('203.0.113.9')).toBe('bot');
      expect(ipRanges.verdictOn('192.0.2.1')).toBe('privacyProxy');
    });

    it('refuses a file with a line that cannot be read, and names file and line', () => {
      const file = list('203.0.113.0/24\n\n203.0.113.0/99\n');
      expect(() => readConfig({ BOT_IP_FILE: file })).toThrow(StartupError);
      expect(() => readConfig({ BOT_IP_FILE: file })).toThrow(
        `BOT_IP_FILE ${file}, line 3: "203.0.113.0/99" is no IP address, and no block that begins at its address.`,
      );
    });

    it.each(['none.txt', '.'])('refuses %s, which is no file, with one line', (name) => {
      const env = { BOT_IP_FILE: join(folder, name) };
      expect(() => readConfig(env)).toThrow(StartupError);
      expect(() => readConfig(env)).toThrow(/^BOT_IP_FILE [^\n]+ cannot be read: \w+\.$/);
    });
  });
});

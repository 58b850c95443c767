import { eachStore } from '@tallysheet/testing';
import { useApp } from '../testing/use-app';

const PIXEL = '<img src="https://track.example/open.gif" width="1" height="1">';
const html = `<html><body><h1>Hello</h1><script>alert(1)</script><a href="https://a.example/">Read</a>
<img src="https://pictures.example/hero.png" width="600" height="200">${PIXEL}</body></html>`;
const email = { id: 5, name: 'Hello', template: 1, operational: false, subject: 'Hello', html };

describe('The preview of an email', () => {
  eachStore((store) => {
    const app = useApp(store);
    beforeEach(() => app().import(JSON.stringify({ emails: [email] }), { format: 'marketo-assets' }));

    it('is answered so that it runs nothing and fetches nothing', async () => {
      const { headers, text } = await app().http.get('/api/assets/5/preview').expect(200);
      expect(headers['content-security-policy']).toBe(
        "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:",
      );
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
      expect(headers['cache-control']).toBe('no-store');
      expect(text).toContain('<h1>Hello</h1>');
      expect(text).not.toMatch(/<script|alert\(1\)|(pictures|track)\.example|\s(href|src|srcset)="http/);
    });

    it('has remote pictures when the reader asks, tracking pixels never, scripts never', async () => {
      const { headers, text } = await app().http.get('/api/assets/5/preview').query({ pictures: 'remote' }).expect(200);
      expect(text).toContain('https://pictures.example/hero.png');
      expect(text).not.toMatch(/track\.example|<script/);
      expect(headers['content-security-policy']).toMatch(/^sandbox; default-src 'none'; /);
      expect(headers['content-security-policy']).not.toContain('script');
    });

    it('of an email that does not exist is not found', async () => {
      const { body } = await app().http.get('/api/assets/none/preview').expect(404);
      expect(body).toMatchObject({ code: 'asset-not-found' });
    });
  });
});

import { sqliteStore } from '@tallysheet/testing';
import { useApp } from '../testing/use-app';

describe('Requests from elsewhere', () => {
  const app = useApp(sqliteStore, { allowedHosts: ['reports.example'] });
  const change = () => app().http.patch('/api/settings').send({ weekStart: 'monday' });

  it.each(['http://evil.example', 'https://127.0.0.1.evil.example', 'null', 'http://127.0.0.1:1'])(
    'a change that a page of %s asks for is refused',
    async (origin) => {
      const { body } = await change().set('Origin', origin).expect(403);
      expect(body).toMatchObject({ code: 'foreign-origin', params: { origin } });
    },
  );

  it('a change that our own page asks for is made', async () => {
    await change().set('Host', 'reports.example').set('Origin', 'http://reports.example').expect(200);
    await change().set('Host', 'localhost:3000').set('Origin', 'http://localhost:3000').expect(200);
  });

  it('programs, which send no origin, are served', () => change().expect(200));

  it('no other site may read the answers', async () => {
    const { headers } = await app().http.get('/api/settings').set('Origin', 'http://evil.example');
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  it.each(['evil.example', 'reports.example.evil.example', '127.0.0.1.nip.example', '10.0.0.1'])(
    'a request addressed to %s is not answered',
    async (host) => {
      const { body } = await app().http.get('/api/health').set('Host', host).expect(421);
      expect(body).toMatchObject({ code: 'unknown-host', params: { host } });
    },
  );

  it.each(['localhost', '127.0.0.1:3000', '[::1]:3000', 'reports.example', 'reports.example:8443'])(
    'a request addressed to %s is answered',
    (host) => app().http.get('/api/health').set('Host', host).expect(200),
  );
});

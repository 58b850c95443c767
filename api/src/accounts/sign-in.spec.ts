import { DAY_MS, sqliteStore } from '@tallysheet/testing';
import { useApp } from '../testing/use-app';
import { issueSession, SESSION_COOKIE } from './session-cookie';

const ADMIN_TOKEN = 'a-long-access-token';

describe('Signing in with the access token', () => {
  const app = useApp(sqliteStore, { adminToken: ADMIN_TOKEN });
  const signIn = async () => {
    const answer = await app().http.post('/api/sign-in').send({ token: ADMIN_TOKEN }).expect(204);
    return (answer.headers['set-cookie'] as unknown as string[])[0]!;
  };
  const settings = (cookie: string) => app().http.get('/api/settings').set('Cookie', cookie);

  it('gives a cookie that no script and no other site can use', async () => {
    const cookie = await signIn();
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; SameSite=Strict/);
    expect(cookie).not.toContain(ADMIN_TOKEN);
    await settings(cookie.split(';')[0]!).expect(200);
    await settings(`theme=dark; ${cookie.split(';')[0]!}`).expect(200);
  });

  it('refuses a wrong token', async () => {
    const answer = await app().http.post('/api/sign-in').send({ token: 'wrong' }).expect(401);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('does not take a cookie that was changed, made with another token, or is over', async () => {
    const [name, value] = (await signIn()).split(';')[0]!.split('=') as [string, string];
    const [until, signature] = decodeURIComponent(value).split('.') as [string, string];
    await settings(`${name}=${Number(until) + 1}.${signature}`).expect(401);
    await settings(`${name}=${until}.`).expect(401);
    await settings(`${name}=`).expect(401);
    await settings(`${SESSION_COOKIE}=${issueSession('another token', Date.now())}`).expect(401);
    await settings(`${SESSION_COOKIE}=${issueSession(ADMIN_TOKEN, Date.now() - 31 * DAY_MS)}`).expect(401);
  });

  it('ends with signing out', async () => {
    const cookie = (await signIn()).split(';')[0]!;
    const answer = await app().http.post('/api/sign-out').set('Cookie', cookie).expect(204);
    expect((answer.headers['set-cookie'] as unknown as string[])[0]).toMatch(new RegExp(`^${SESSION_COOKIE}=;`));
    await app().http.post('/api/sign-out').expect(401);
  });
});

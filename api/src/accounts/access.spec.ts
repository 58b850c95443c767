import { ModulesContainer } from '@nestjs/core';
import { RequestMethod, type Type } from '@nestjs/common';
import { sqliteStore } from '@tallysheet/testing';
import { PERMISSION } from '../platform/route.decorators';
import { useApp } from '../testing/use-app';

interface Route {
  method: 'get' | 'post' | 'patch' | 'delete' | 'put';
  path: string;
  permission: string | undefined;
}

/** Every route of every controller, with the permission it declares. */
function routesOf(modules: ModulesContainer): Route[] {
  const controllers = [...modules.values()].flatMap((module) => [...module.controllers.values()]);
  return controllers.flatMap(({ metatype }) => {
    const { prototype } = metatype as Type & { prototype: Record<string, object> };
    const base = Reflect.getMetadata('path', metatype!) as string;
    return Object.getOwnPropertyNames(prototype).flatMap((name) => {
      const handler = prototype[name]!;
      const method = Reflect.getMetadata('method', handler) as RequestMethod | undefined;
      if (method === undefined) return [];
      const path = `/api/${base}/${Reflect.getMetadata('path', handler)}`
        .replaceAll(/\/+/g, '/')
        .replace(/(.)\/$/, '$1');
      const permission = Reflect.getMetadata(PERMISSION, handler) as string | undefined;
      return [{ method: RequestMethod[method].toLowerCase() as Route['method'], path, permission }];
    });
  });
}

describe('Access to the API', () => {
  const app = useApp(sqliteStore, { adminToken: 'a-long-access-token' });
  const routes = () => routesOf(app().app.get(ModulesContainer));

  it('every route declares a permission', () => {
    expect(routes().length).toBeGreaterThan(20);
    expect(routes().filter(({ permission }) => permission === undefined)).toEqual([]);
  });

  it('only health, sign-in and webhooks are open', () => {
    const open = routes().filter(({ permission }) => permission === 'open');
    expect(open.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([
      'get /api/health',
      'get /api/webhooks/:provider/:sourceKey',
      'post /api/sign-in',
      'post /api/webhooks/:provider/:sourceKey',
    ]);
  });

  it('the server knows no other address of the API than these routes and the documentation', () => {
    const { router } = app().app.getHttpAdapter().getInstance() as {
      router: { stack: { route?: { path: unknown } }[] };
    };
    const served = router.stack.flatMap(({ route }) => (typeof route?.path === 'string' ? [route.path] : []));
    const known = new Set(routes().map(({ path }) => path));
    const others = served.filter((path) => path.startsWith('/api') && !known.has(path));
    expect(others.filter((path) => !/^\/api\/(docs|docs-json|docs-yaml|openapi\.json)(\/|$)/.test(path))).toEqual([]);
  });

  it('every other route answers 401 without a token, before it looks at what was sent', async () => {
    for (const { method, path, permission } of routes()) {
      if (permission === 'open') continue;
      const { status, body } = await app()
        .http[method](path.replaceAll(/:\w+/g, 'x'))
        .query({ format: 'nonsense' })
        .send(method === 'get' ? undefined : { nonsense: true });
      expect({ path, status, code: body.code }).toEqual({ path, status: 401, code: 'unauthorized' });
    }
  });

  it('a body that is no JSON does not come before the 401 either', async () => {
    const { body } = await app()
      .http.post('/api/sheets')
      .set('Content-Type', 'application/json')
      .send('{broken')
      .expect(401);
    expect(body.code).toBe('unauthorized');
  });

  it('health and documentation answer anyone', async () => {
    const { body } = await app().http.get('/api/health').expect(200);
    expect(body).toMatchObject({ status: 'ok', database: 'sqlite', version: expect.any(String) });
    const { body: described } = await app().http.get('/api/openapi.json').expect(200);
    expect(Object.keys(described.paths)).toEqual(expect.arrayContaining(['/api/sheets', '/api/imports']));
    await app().http.get('/api/docs').expect(200);
  });

  it('the access token opens everything, a wrong one nothing', async () => {
    const settings = () => app().http.get('/api/settings');
    await settings().set('Authorization', 'Bearer a-long-access-token').expect(200);
    await settings().set('Authorization', 'bearer a-long-access-token').expect(200);
    for (const wrong of ['Bearer a-long-access-toke', 'Bearer ', 'Basic a-long-access-token', 'a-long-access-token']) {
      await settings().set('Authorization', wrong).expect(401);
    }
  });

  it('with a token, what was sent is looked at', async () => {
    const { body } = await app()
      .http.post('/api/sheets')
      .set('Authorization', 'Bearer a-long-access-token')
      .send({ nonsense: true })
      .expect(400);
    expect(body).toMatchObject({ code: 'invalid-request', path: expect.any(String) });
  });

  it('an address that is none answers a problem document', async () => {
    const { body } = await app()
      .http.get('/api/nowhere')
      .set('Authorization', 'Bearer a-long-access-token')
      .expect(404);
    expect(body).toMatchObject({ code: 'not-found', status: 404 });
  });
});

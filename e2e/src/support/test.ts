import { test as base } from '@playwright/test';
import { startServer, type Server, type StoreKind } from './server';

export { expect } from '@playwright/test';

/** What a project of playwright.config.ts chooses. */
export interface ServerOptions {
  store: StoreKind;
}

/** `test` with the built server behind it: one a worker, on a data folder or database of its own. */
export const test = base.extend<object, ServerOptions & { server: Server }>({
  store: ['sqlite', { option: true, scope: 'worker' }],
  server: [
    async ({ store }, use) => {
      const server = await startServer({ store });
      await use(server);
      await server.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ server }, use) => {
    await use(server.baseUrl);
  },
});

test.afterEach(async ({ server }, testInfo) => {
  if (testInfo.status !== testInfo.expectedStatus) await testInfo.attach('server output', { body: server.output() });
});

import type { Scope } from '@tallysheet/contract';
import { aMessage, eachStore, marketoExtract } from '@tallysheet/testing';
import { LOCAL_CTX } from '../platform/workspace-id';
import { useApp } from '../testing/use-app';
import { TokenService } from './token.service';

const file = marketoExtract(aMessage().sent('2024-03-01 09:00').events);
const query = { reportType: 'campaign-email-performance', timeFrame: { preset: 'all-time' } };

describe('API tokens', () => {
  eachStore((store) => {
    const app = useApp(store, { adminToken: 'a-long-access-token' });
    const create = (...scopes: Scope[]) => app().get(TokenService).create(LOCAL_CTX, scopes, 'test');

    async function allowed(token: string): Promise<Record<string, number>> {
      const bearer = ['Authorization', `Bearer ${token}`] as const;
      const { http } = app();
      return {
        sheet: (
          await http
            .post('/api/sheets')
            .set(...bearer)
            .send(query)
        ).status,
        import: (
          await app()
            .upload(file)
            .set(...bearer)
        ).status,
        settings: (
          await http
            .patch('/api/settings')
            .set(...bearer)
            .send({ weekStart: 'monday' })
        ).status,
      };
    }

    it('that may read cannot import or change anything', async () => {
      expect(await allowed(await create('read'))).toEqual({ sheet: 200, import: 403, settings: 403 });
    });

    it('that may ingest cannot read', async () => {
      expect(await allowed(await create('ingest'))).toEqual({ sheet: 403, import: 200, settings: 403 });
    });

    it('that may administer may do all of it', async () => {
      expect(await allowed(await create('admin'))).toEqual({ sheet: 200, import: 200, settings: 200 });
    });

    it('are not kept in a form that could be used', async () => {
      const token = await create('read');
      const rows = await app().database.store.query('SELECT * FROM api_token');
      expect(rows).toHaveLength(1);
      expect(JSON.stringify(rows)).not.toContain(token.slice(3));
    });

    it('that were never given are refused', async () => {
      expect(await allowed('ts_unknown')).toEqual({ sheet: 401, import: 401, settings: 401 });
    });
  });
});

import { aWorkbook, eachStore } from '@tallysheet/testing';
import { useApp } from '../testing/use-app';

const QUERY = JSON.stringify({ reportType: 'email-performance', timeFrame: { preset: 'all-time' } });
const FILE = Buffer.from(aWorkbook({ name: 'S', rows: [['Email Name', 'Sent']] }));

describe('A comparison that cannot be made', () => {
  eachStore((store) => {
    const app = useApp(store);
    const post = () => app().http.post('/api/sheets/reconcile');

    it.each([
      ['a query that is not JSON', '{', 400, { code: 'invalid-request', path: 'query' }],
      ['a query of no sheet', '{"reportType":"email-performance"}', 400, { code: 'invalid-request' }],
      [
        'an unknown type',
        '{"reportType":"x","timeFrame":{"preset":"today"}}',
        400,
        { code: 'unknown-report-type', path: 'reportType' },
      ],
    ])('is refused for %s', async (_, query, status, problem) => {
      const { body } = await post().field('query', query).attach('file', FILE, 'r.xlsx').expect(status);
      expect(body).toMatchObject(problem);
    });

    it('is refused without a file, with an unreadable one, and with one that is too large', async () => {
      const missing = await post().field('query', QUERY).expect(400);
      expect(missing.body).toMatchObject({ code: 'no-file', path: 'file' });
      const french = post().set('Accept-Language', 'fr').field('query', QUERY);
      const { body } = await french.attach('file', Buffer.from('PK no zip'), 'r.xlsx').expect(422);
      expect(body).toMatchObject({
        code: 'bad-workbook',
        detail: expect.stringContaining('n’est pas un fichier Excel'),
      });
      const large = await post()
        .field('query', QUERY)
        .attach('file', Buffer.alloc(5 * 1024 * 1024 + 1), 'r.csv')
        .expect(413);
      expect(large.body).toMatchObject({ code: 'payload-too-large', params: { limit: '5 MB' } });
    });

    it('is refused for a body that is no form, and for a form of more parts', async () => {
      await post().send({ query: QUERY }).expect(400);
      const twice = await post().field('query', QUERY).attach('file', FILE, 'a').attach('file', FILE, 'b').expect(400);
      expect(twice.body).toMatchObject({ code: 'unreadable-body' });
    });
  });
});

describe('A comparison asked for by nobody that is known', () => {
  eachStore((store) => {
    const app = useApp(store, { adminToken: 'a-long-admin-token' });

    it('is refused before the file is looked at', async () => {
      const { body } = await app()
        .http.post('/api/sheets/reconcile')
        .field('query', '{')
        .attach('file', FILE, 'r.xlsx')
        .expect(401);
      expect(body).toMatchObject({ code: 'unauthorized' });
    });
  });
});

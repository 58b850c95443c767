import { answer, EMAIL, FOLDER, LEGACY_CAMPAIGN, PROGRAM, PROGRAM_IN_TREE, SMART_CAMPAIGN } from '../fixtures/assets';
import { collect, textOf } from '../fixtures/streams';
import type { AssetRecord, AssetRow } from './asset';
import { readMarketoAssets } from './read-assets';

const readText = (text: string): Promise<AssetRow[]> => collect(readMarketoAssets(textOf(text, 100)));
const read = (content: unknown): Promise<AssetRow[]> => readText(JSON.stringify(content, null, 2));

const assets = (rows: readonly AssetRow[]): AssetRecord[] =>
  rows.flatMap(({ result }) => (result.kind === 'asset' ? [result.asset] : []));
const kinds = (rows: readonly AssetRow[]): string[] =>
  rows.map(({ result }) => (result.kind === 'asset' ? `${result.asset.kind} ${result.asset.id}` : result.code));

const email: AssetRecord = {
  kind: 'email',
  id: '1670',
  name: 'Invite 1',
  parent: { kind: 'program', id: '1107' },
  archived: false,
  updatedAt: '2026-01-06T02:06:21.000Z',
  subject: 'Join us in spring',
  fromName: 'Events',
  fromEmail: 'events@example.com',
  replyTo: 'reply@example.com',
  preheader: 'One hour, live',
  openTracking: true,
};

describe('reading asset records', () => {
  it('reads an email', async () => {
    expect(assets(await read(answer(EMAIL)))).toEqual([email]);
  });

  it('reads a program with its channel and tags', async () => {
    expect(assets(await read(answer(PROGRAM)))).toEqual([
      {
        kind: 'program',
        id: '1107',
        name: 'Spring Webinar',
        parent: { kind: 'folder', id: '45' },
        archived: false,
        channel: 'Webinar',
        tags: { Region: 'EMEA' },
        updatedAt: '2026-01-03T02:06:21.000Z',
      },
    ]);
  });

  it('reads a smart campaign', async () => {
    expect(assets(await read(answer(SMART_CAMPAIGN)))).toEqual([
      {
        kind: 'campaign',
        id: '8497',
        name: '01 Invite',
        parent: { kind: 'program', id: '1107' },
        campaignType: 'batch',
        archived: false,
        updatedAt: '2026-01-06T02:06:21.000Z',
      },
    ]);
  });

  it('reads a campaign of the older endpoint, and the program that only it names', async () => {
    const rows = await read(answer(LEGACY_CAMPAIGN, { ...LEGACY_CAMPAIGN, id: 8501 }));
    expect(assets(rows)).toMatchObject([
      { kind: 'campaign', id: '8500', parent: { kind: 'program', id: '1201' }, campaignType: 'trigger' },
      { kind: 'campaign', id: '8501' },
      { kind: 'program', id: '1201', name: 'Autumn Webinar', parent: null },
    ]);
    const known = await read({ campaigns: [LEGACY_CAMPAIGN], programs: [{ ...PROGRAM, id: 1201 }] });
    expect(kinds(known)).toEqual(['campaign 8500', 'program 1201']);
  });

  it('reads a folder, and a program listed among folders by its own id', async () => {
    expect(assets(await read(answer(FOLDER, PROGRAM_IN_TREE)))).toMatchObject([
      { kind: 'folder', id: '45', name: 'Webinars', parent: { kind: 'folder', id: '9' }, archived: false },
      { kind: 'program', id: '1107', name: 'Spring Webinar', parent: { kind: 'folder', id: '9' } },
    ]);
  });

  it('knows what is archived and what has no open tracking', async () => {
    const rows = await read(
      answer({ ...EMAIL, status: 'Archived', isOpenTrackingDisabled: true }, { ...FOLDER, isArchive: true }),
    );
    expect(assets(rows)).toMatchObject([{ archived: true, openTracking: false }, { archived: true }]);
  });

  it('reads plain headers, and leaves out dynamic and missing ones', async () => {
    const plain = { id: 1, name: 'a', subject: 'Hello', fromName: 'Us', replyTo: 'r@example.com', preheader: 'p' };
    const dynamic = {
      id: 2,
      name: 'b',
      subject: { type: 'DynamicContent', value: '1002' },
      fromEmail: null,
      status: false,
    };
    expect(assets(await read({ emails: [plain, dynamic] }))).toEqual([
      {
        kind: 'email',
        id: '1',
        name: 'a',
        parent: null,
        subject: 'Hello',
        fromName: 'Us',
        replyTo: 'r@example.com',
        preheader: 'p',
      },
      { kind: 'email', id: '2', name: 'b', parent: null },
    ]);
  });

  it.each([
    ['html', { html: '<p>Hi</p>', text: 'Hi' }],
    ['htmlContent', { htmlContent: '<p>Hi</p>', textContent: 'Hi' }],
    ['content', { content: '<p>Hi</p>', text: { type: 'Text', value: 'Hi' } }],
    [
      'sections',
      {
        content: [
          {
            htmlId: 'a',
            value: [
              { type: 'HTML', value: '<p>Hi</p>' },
              { type: 'Text', value: 'Hi' },
            ],
          },
        ],
      },
    ],
  ])('reads the content of an email from %s', async (_, content) => {
    expect(assets(await read({ emails: [{ ...EMAIL, ...content }] }))).toEqual([
      { ...email, html: '<p>Hi</p>', text: 'Hi' },
    ]);
  });

  it('joins a content to its email, wherever it stands in the file', async () => {
    const content = { id: 1670, status: 'approved', content: '<p>Hi</p>' };
    const whole = { ...email, html: '<p>Hi</p>' };
    expect(assets(await read([answer(content), answer(EMAIL)]))).toEqual([whole, whole]);
    expect(assets(await read({ emails: [EMAIL], emailContents: [{ emailId: 1670, html: '<p>Hi</p>' }] }))).toEqual([
      whole,
      whole,
    ]);
    expect(assets(await read(answer(content)))).toEqual([
      { kind: 'email', id: '1670', name: '', parent: null, html: '<p>Hi</p>' },
    ]);
  });

  it('gives the approved version of an email the last word', async () => {
    const draft = { ...EMAIL, status: 'draft', subject: { type: 'Text', value: 'Not yet' } };
    expect(assets(await read(answer(EMAIL, draft))).map(({ subject }) => subject)).toEqual([
      'Not yet',
      'Join us in spring',
    ]);
  });

  it('reads answers alone, in a list, by kind, as NDJSON, and bare records', async () => {
    const all = ['folder 45', 'program 1107', 'campaign 8497', 'email 1670'];
    const answers = [answer(FOLDER), answer(PROGRAM), answer(SMART_CAMPAIGN), answer(EMAIL)];
    const records = [FOLDER, PROGRAM, SMART_CAMPAIGN, EMAIL];
    expect(kinds(await read(answer(...records)))).toEqual(all);
    expect(kinds(await read(answers))).toEqual(all);
    expect(kinds(await read(records))).toEqual(all);
    expect(
      kinds(
        await read({ folders: [FOLDER], programs: answer(PROGRAM), smartCampaigns: [SMART_CAMPAIGN], emails: [EMAIL] }),
      ),
    ).toEqual(all);
    for (const lines of [answers, records]) {
      const rows = await readText(`\ufeff${lines.map((line) => JSON.stringify(line)).join('\r\n')}\r\n`);
      expect(kinds(rows)).toEqual(all);
      expect(rows.map(({ line }) => line)).toEqual([1, 2, 3, 4]);
    }
  });

  it('rejects records without id, without name or of no known kind, and says where they stand', async () => {
    const rows = await read([
      answer(EMAIL, { ...EMAIL, id: null }),
      { programs: [{ ...PROGRAM, name: ' ' }, 7, { id: 1, robots: '' }] },
      answer({ id: 1, name: 'x' }),
    ]);
    expect(
      rows.map(({ line, result }) => [
        line,
        result.kind === 'rejected' ? [result.code, result.field, result.detail] : 'asset',
      ]),
    ).toEqual([
      [1, 'asset'],
      [2, ['missing-id', 'id', '[0].result[1]']],
      [3, ['missing-name', 'name', '[1].programs[0]']],
      [4, ['invalid-field', null, '[1].programs[1]']],
      [5, ['missing-name', 'name', '[1].programs[2]']],
      [6, ['invalid-field', null, '[2].result[0]: id, name']],
    ]);
    expect(rows[1]?.raw).toBe(JSON.stringify({ ...EMAIL, id: null }));
  });

  it('keeps a rejected record together with the list that tells its kind, so that it can be read again', async () => {
    const lists = { emails: [{ id: 1 }], programs: [{ id: 2 }], smartCampaigns: [{ id: 3 }], folders: [{ id: 4 }] };
    for (const { raw, result } of await read(lists)) {
      expect(result).toMatchObject({ kind: 'rejected', code: 'missing-name' });
      const [again] = await readText(raw.replace('{"id"', '{"name":"x","id"'));
      expect(again?.result).toMatchObject({ kind: 'asset', asset: { name: 'x' } });
    }
  });

  it('lists an answer that reports an error, and lines that are no JSON', async () => {
    const failed = { success: false, errors: [{ code: '601', message: 'Access token invalid' }] };
    const rows = await readText(
      [JSON.stringify(answer(EMAIL)), '{"id":', JSON.stringify(failed), '{"success":true,"res'].join('\n'),
    );
    expect(rows.map(({ line, result }) => [line, result.kind === 'rejected' ? result : 'asset'])).toEqual([
      [1, 'asset'],
      [2, { kind: 'rejected', code: 'invalid-field', field: null, detail: '{"id":' }],
      [3, { kind: 'rejected', code: 'invalid-field', field: null, detail: JSON.stringify(failed.errors) }],
      [4, { kind: 'rejected', code: 'file-ends-early', field: null, detail: '{"success":true,"res' }],
    ]);
  });

  it('reads an answer without records as nothing', async () => {
    expect(await read({ success: true, warnings: ['No assets found for the given search criteria.'] })).toEqual([]);
  });

  it.each([
    ['', 'empty-file', {}],
    [' \n', 'empty-file', {}],
    ['{"success":true,\n"result":[}', 'not-json', { line: 2, column: 11, near: '"result":[}', looksLike: 'json' }],
    ['<!DOCTYPE html><html></html>', 'not-json', { line: 1, column: 1, looksLike: 'html' }],
    ['marketoGUID,leadId\n1,2\n', 'not-json', { line: 1, column: 1, looksLike: 'text' }],
  ])('refuses the file %j', async (text, code, params) => {
    await expect(readText(text)).rejects.toMatchObject({ code, params });
  });
});

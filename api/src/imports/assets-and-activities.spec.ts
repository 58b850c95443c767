import { aMessage, eachStore, eventsOf, marketoExtract } from '@tallysheet/testing';
import type { TreeNode } from '@tallysheet/contract';
import { useApp } from '../testing/use-app';

const activities = marketoExtract(
  eventsOf(
    aMessage({ email: '1670: Invite', campaign: '8497' }).sent('2024-03-01 09:00').opened('2024-03-01 10:00'),
    aMessage({ email: '1999: Unplaced', campaign: '8999' }).sent('2024-03-01 09:00'),
  ),
);
const assets = JSON.stringify({
  success: true,
  result: [
    { id: 9, name: 'Marketing', folderId: { id: 9, type: 'Folder' }, parent: null, path: '/Marketing' },
    { id: 45, name: 'Webinars', folderId: { id: 45, type: 'Folder' }, parent: { id: 9, type: 'Folder' }, path: '/M/W' },
    {
      ...{ id: 1107, name: 'Spring Webinar', type: 'Event', channel: 'Webinar' },
      folder: { type: 'Folder', value: 45 },
      tags: [{ tagType: 'Region', tagValue: 'EMEA' }],
    },
    {
      id: 8497,
      name: '01 Invite',
      type: 'trigger',
      isActive: true,
      smartListId: 1,
      folder: { id: 1107, type: 'Program' },
    },
    {
      ...{ id: 1670, name: 'Invite, spring', template: 3, operational: false },
      folder: { type: 'Program', value: 1107 },
      subject: { type: 'Text', value: 'Join us in spring' },
      fromName: { type: 'Text', value: 'Events' },
      preHeader: 'One hour, live',
    },
  ],
});
const content = JSON.stringify({
  success: true,
  result: [
    { emailId: 1670, htmlId: 'text', contentType: 'Text', html: '<p>Hello <b>spring</b></p>', text: 'Hello spring' },
  ],
});

describe('Assets give names, places and content to what events know by id', () => {
  eachStore((store) => {
    const app = useApp(store);
    const load = (file: string, format: string) => app().import(file, { format });

    const orders: [string, [string, string][]][] = [
      [
        'before the activities',
        [
          [assets, 'marketo-assets'],
          [activities, 'marketo-activities'],
        ],
      ],
      [
        'after the activities',
        [
          [activities, 'marketo-activities'],
          [assets, 'marketo-assets'],
        ],
      ],
      [
        'on both sides of them',
        [
          [assets, 'marketo-assets'],
          [activities, 'marketo-activities'],
          [assets, 'marketo-assets'],
        ],
      ],
    ];
    it.each(orders)('when they come %s', async (_, files) => {
      for (const [file, format] of files) await load(file, format);
      const { body: tree } = await app().http.get('/api/tree').expect(200);
      const nodes: TreeNode[] = tree.nodes;
      expect(nodes.map(({ key, parentKey, name }) => `${parentKey ?? ''} > ${key}: ${name}`).sort()).toEqual(
        [
          ' > folder:9: Marketing',
          'folder:9 > folder:45: Webinars',
          'folder:45 > program:1107: Spring Webinar',
          'program:1107 > campaign:8497: 01 Invite',
          'program:1107 > email:1670: Invite, spring',
          ' > program:unassigned: Unassigned',
          'program:unassigned > campaign:8999: 8999',
          'program:unassigned > email:1999: Unplaced',
        ].sort(),
      );
      expect(nodes.find(({ key }) => key === 'campaign:8497')).toMatchObject({ campaignType: 'trigger' });

      const { rows } = await app().sheet();
      expect(rows.map(({ name }) => name)).toEqual(['01 Invite', 'Invite, spring', '8999', 'Unplaced']);
      expect(rows[1]!.values).toMatchObject({
        ...{ subject: 'Join us in spring', fromName: 'Events', programName: 'Spring Webinar' },
        ...{ channel: 'email', tags: 'EMEA', sent: 1, opened: 1 },
      });
    });

    it('an email has its content, whenever it came, and an empty preview before', async () => {
      await load(activities, 'marketo-activities');
      const before = await app().http.get('/api/assets/1670').expect(200);
      expect(before.body).toMatchObject({ name: 'Invite', subject: null, hasContent: false, hasHtml: false });
      await load(assets, 'marketo-assets');
      const { body } = await app().http.get('/api/assets/1670').expect(200);
      expect(body).toMatchObject({
        ...{ name: 'Invite, spring', subject: 'Join us in spring', preheader: 'One hour, live' },
        ...{ programId: '1107', programName: 'Spring Webinar' },
      });
      await app().http.get('/api/assets/none').expect(404);
    });

    it('importing assets again updates what is said and leaves the rest', async () => {
      await load(assets, 'marketo-assets');
      const renamed = {
        success: true,
        result: [{ id: 1670, name: 'Invite, again', template: 3, subject: 'Still time' }],
      };
      await load(JSON.stringify(renamed), 'marketo-assets');
      const { body } = await app().http.get('/api/assets/1670').expect(200);
      expect(body).toMatchObject({
        name: 'Invite, again',
        subject: 'Still time',
        fromName: 'Events',
        programId: '1107',
      });
    });

    it('a trial run of assets stores nothing', async () => {
      await app().import(assets, { format: 'marketo-assets', dryRun: 'true' });
      const { body } = await app().http.get('/api/tree').expect(200);
      expect(body.nodes).toEqual([]);
    });

    it('content that comes by itself is kept with its email', async () => {
      await load(assets, 'marketo-assets');
      await load(content, 'marketo-assets');
      const { body } = await app().http.get('/api/assets/1670').expect(200);
      expect(body).toMatchObject({ name: 'Invite, spring', hasHtml: true, hasContent: true, text: 'Hello spring' });
      const { text } = await app().http.get('/api/assets/1670/preview').expect(200);
      expect(text).toContain('<b>spring</b>');
    });
  });
});

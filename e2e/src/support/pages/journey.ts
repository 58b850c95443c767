import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { WorkspaceApi } from '../../fixtures/workspace-api';
import { startServer, type Server } from '../server';
import { expect, test as base } from '../test';
import { DataPage } from './data-page';
import { Preview } from './preview';
import { ReportBar } from './report-bar';
import { RowsPicker } from './rows-picker';
import { SheetGrid } from './sheet-grid';
import { SmartListEditor } from './smart-list-editor';
import { TimeFramePicker } from './time-frame-picker';
import { Tree } from './tree';

export { expect };

/** What a journey has at hand, named as a marketer would name it. */
interface Hands {
  api: WorkspaceApi;
  data: DataPage;
  preview: Preview;
  report: ReportBar;
  rows: RowsPicker;
  sheet: SheetGrid;
  smartList: SmartListEditor;
  timeFrame: TimeFramePicker;
  tree: Tree;
  /** What the page must not do in any journey: fail unseen, or talk to anybody but its own server. */
  goodManners: GoodManners;
}

interface GoodManners {
  /** A foreign address that the journey lets the page talk to. */
  allow: (origin: string) => void;
}

/** A journey through the app on the demo workspace; the server is shared with the worker's other journeys. */
export const test = base.extend<Hands>({
  api: async ({ request }, use) => use(new WorkspaceApi(request)),
  data: async ({ page }, use) => use(new DataPage(page)),
  preview: async ({ page }, use) => use(new Preview(page)),
  report: async ({ page }, use) => use(new ReportBar(page)),
  rows: async ({ page }, use) => use(new RowsPicker(page)),
  sheet: async ({ page }, use) => use(new SheetGrid(page)),
  smartList: async ({ page }, use) => use(new SmartListEditor(page)),
  timeFrame: async ({ page }, use) => use(new TimeFramePicker(page)),
  tree: async ({ page }, use) => use(new Tree(page)),
  goodManners: [
    async ({ page, server }, use) => {
      const faults: string[] = [];
      const foreign: string[] = [];
      const allowed = new Set([new URL(server.baseUrl).origin]);
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('request', (request) => {
        const { origin, protocol } = new URL(request.url());
        if (protocol.startsWith('http') && !allowed.has(origin)) foreign.push(request.url());
      });
      await use({ allow: (origin) => void allowed.add(new URL(origin).origin) });
      expect(faults, 'errors that nobody handled').toEqual([]);
      expect(foreign, 'requests to other servers').toEqual([]);
    },
    { auto: true },
  ],
});

const COMMAND_LINE = join(resolve(__dirname, '../../../..'), 'dist/api/cli/main.js');

/** A journey in a workspace that holds nothing: the demo is taken away while its server runs. */
export const testInEmptyWorkspace = test.extend<object, { server: Server }>({
  server: [
    async ({ store }, use) => {
      const server = await startServer({ store });
      try {
        await promisify(execFile)(process.execPath, [COMMAND_LINE, 'demo', 'clear'], { env: server.env });
        await use(server);
      } finally {
        await server.stop();
      }
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

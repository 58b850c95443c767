import type { Type } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { CanonicalEvent, ImportResult, ReportQuery, SettingsPatch, Sheet } from '@tallysheet/contract';
import { IpRanges } from '@tallysheet/counting';
import { reportTypeById } from '@tallysheet/report-model';
import type { TestPlace } from '@tallysheet/testing';
import request from 'supertest';
import type { Database } from '../database/database';
import { IngestService, type IngestResult } from '../ingest/ingest.service';
import { createLog, openDatabase } from '../platform/bootstrap';
import type { Config } from '../platform/config';
import { createServer } from '../platform/server';
import { LOCAL_CTX, WORKSPACE_ID } from '../platform/workspace-id';
import { SheetService } from '../reports/sheet.service';
import { SettingsService } from '../settings/settings.service';

/** The whole API on a database of its own, reached over HTTP or by its services. */
export class TestApp {
  private constructor(
    readonly app: NestExpressApplication,
    readonly database: Database,
    readonly config: Config,
  ) {}

  /** Opens the API as `npm start` does, but for the demo and the port. Its workspace is in UTC. */
  static async open(place: TestPlace, changes: Partial<Config> = {}): Promise<TestApp> {
    const config: Config = {
      host: '127.0.0.1',
      port: 0,
      dataDir: place.dataDir,
      databaseUrl: place.databaseUrl,
      adminToken: null,
      allowedHosts: [],
      ipRanges: IpRanges.NONE,
      logLevel: 'silent',
      liveListeners: 500,
      sheetSeconds: 60,
      columnsMb: 512,
      ...changes,
    };
    const database = await openDatabase(config);
    const app = await createServer(config, database, createLog(config));
    const opened = new TestApp(app, database, config);
    await opened.get(SettingsService).change(LOCAL_CTX, { timeZone: 'UTC' });
    return opened;
  }

  get http() {
    return request(this.app.getHttpServer());
  }

  get<T>(type: Type<T>): T {
    return this.app.get(type);
  }

  /** Takes in events of the source `marketo`, or another, as one batch. */
  take(events: readonly CanonicalEvent[], source = 'marketo'): Promise<IngestResult> {
    return this.get(IngestService).ingest(LOCAL_CTX, source, events);
  }

  /** The sheet of all time with every column, unless asked otherwise. */
  sheet(query: Partial<ReportQuery> = {}): Promise<Sheet> {
    return this.get(SheetService).run(LOCAL_CTX, {
      reportType: 'campaign-email-performance',
      timeFrame: { preset: 'all-time' },
      columns: [...reportTypeById('campaign-email-performance').columns],
      ...query,
    });
  }

  /** Sends a file to the import and answers what came of it; fails unless it was read to its end. */
  async import(file: string | Uint8Array, query: Record<string, string> = {}): Promise<ImportResult> {
    const answer = await this.upload(file, query);
    if (answer.status !== 200) throw new Error(`${answer.status}: ${answer.text}`);
    return answer.body;
  }

  /** Sends a file to the import, whatever the answer. */
  upload(file: string | Uint8Array, query: Record<string, string> = {}) {
    return this.http
      .post('/api/imports')
      .query({ format: 'marketo-activities', ...query })
      .set('Content-Type', 'application/octet-stream')
      .send(Buffer.from(file));
  }

  /** Changes settings over HTTP and waits until everything is counted by them. */
  async change(settings: SettingsPatch): Promise<void> {
    await this.http.patch('/api/settings').send(settings).expect(200);
    await this.get(SettingsService).settled();
    const { body } = await this.http.get('/api/settings').expect(200);
    if (body.rebuilding) throw new Error('The recount has not come to its end');
  }

  /** Takes all data and all further workspaces away, so that the next test starts from nothing; settings stay. */
  async empty(): Promise<void> {
    const tables = this.database.small.entityMetadatas.map(({ tableName }) => tableName);
    await this.database.store.transaction(async (transaction) => {
      for (const table of tables) if (table !== 'workspace') await transaction.query(`DELETE FROM ${table}`);
      await transaction.query('DELETE FROM workspace WHERE id <> ?', [WORKSPACE_ID]);
    });
  }

  async close(): Promise<void> {
    await this.get(SettingsService).settled();
    await this.app.close();
    await this.database.close();
  }
}

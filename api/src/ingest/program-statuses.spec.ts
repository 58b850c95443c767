import type { CanonicalEvent } from '@tallysheet/contract';
import { eachStore } from '@tallysheet/testing';
import { openDatabase } from '../platform/bootstrap';
import type { Database } from '../database/database';
import { TestApp } from '../testing/test-app';
import { inNewPlace } from '../testing/use-app';

const changed = (id: string, more: Partial<CanonicalEvent>): CanonicalEvent => ({
  ...{ id, kind: 'programStatusChanged', at: '2024-03-02T09:00:00Z', person: { id: 'ada' } },
  ...{ program: { id: 'fair', name: 'Fair' } },
  ...more,
});
const EVENTS = [
  changed('1', { status: { name: 'Invited' } }),
  changed('2', { status: { name: 'Won', success: true }, at: '2024-03-03T09:00:00Z' }),
  changed('3', { status: { name: 'Lost', success: false }, at: '2024-03-04T09:00:00Z' }),
  changed('4', { test: true }),
  changed('5', { program: undefined }),
];
const EXPECTED = [
  { program_id: 'fair', status: 'Invited', success: 0 },
  { program_id: 'fair', status: 'Won', success: 1 },
  { program_id: 'fair', status: 'Lost', success: 0 },
];

const statuses = ({ store }: Database) =>
  store.query('SELECT program_id, status, success FROM program_status ORDER BY happened_at');

describe('The statuses of programs', () => {
  eachStore((store) => {
    it('are kept once, name the program, and are found out for events that were stored before', () =>
      inNewPlace(store, async (place) => {
        const app = await TestApp.open(place);
        const { config } = app;
        await app.take(EVENTS);
        await app.take(EVENTS);
        expect(await statuses(app.database)).toEqual(EXPECTED);
        expect(await app.database.store.query('SELECT id, name FROM program')).toEqual([{ id: 'fair', name: 'Fair' }]);
        await app.database.store.transaction(async (transaction) => {
          await transaction.query('DELETE FROM program_status');
          await transaction.query("DELETE FROM migrations WHERE name LIKE 'Fill_program%'");
        });
        await app.close();
        const again = await openDatabase(config);
        expect(await statuses(again)).toEqual(EXPECTED);
        await again.close();
      }));
  });
});

import type { TestPlace, TestStore } from '@tallysheet/testing';
import type { Config } from '../platform/config';
import { TestApp } from './test-app';

/** One API for all tests of a block, emptied before each. Call the answer inside a test to reach it. */
export function useApp(store: TestStore, changes: Partial<Config> = {}): () => TestApp {
  let place: TestPlace | undefined;
  let app: TestApp | undefined;
  beforeAll(async () => {
    place = await store.create();
    app = await TestApp.open(place, changes);
  });
  beforeEach(() => app?.empty());
  afterAll(async () => {
    await app?.close();
    await place?.remove();
  });
  return () => {
    if (!app) throw new Error('The API is opened before the tests run, not while they are declared');
    return app;
  };
}

/** A new place of this store for one test, and whatever is opened on it, taken away again when the work ends. */
export async function inNewPlace<T>(store: TestStore, work: (place: TestPlace) => Promise<T>): Promise<T> {
  const place = await store.create();
  try {
    return await work(place);
  } finally {
    await place.remove();
  }
}

/** Several APIs on one new place of this store, each with its own configuration, closed however the work ends. */
export function withApps<T>(
  store: TestStore,
  changes: readonly Partial<Config>[],
  work: (...apps: TestApp[]) => Promise<T>,
): Promise<T> {
  return inNewPlace(store, async (place) => {
    const apps: TestApp[] = [];
    try {
      for (const each of changes) apps.push(await TestApp.open(place, each));
      return await work(...apps);
    } finally {
      for (const app of apps) await app.close();
    }
  });
}

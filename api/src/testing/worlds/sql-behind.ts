import type { TestApp } from '../test-app';

/** Listens to the statements that some work asks the store for, without changing them. */
export async function sqlBehind({ database: { store } }: TestApp, work: () => Promise<unknown>): Promise<string> {
  const told: string[] = [];
  const tell = (text: string, parameters: readonly unknown[] = []) => {
    told.push(
      `${text}\n-- ${parameters.map((each) => (each instanceof Uint8Array ? '<id>' : String(each))).join(', ')}`,
    );
  };
  const query = store.query.bind(store);
  const snapshot = store.snapshot.bind(store);
  const spies = [
    jest.spyOn(store, 'query').mockImplementation((text, parameters, signal) => {
      tell(text, parameters);
      return query(text, parameters, signal);
    }),
    jest.spyOn(store, 'snapshot').mockImplementation((read, patience) =>
      snapshot((inside) => {
        const listening = {
          insert: inside.insert.bind(inside),
          query: <T>(text: string, parameters?: Parameters<typeof inside.query>[1]) => {
            tell(text, parameters);
            return inside.query<T>(text, parameters);
          },
        };
        return read(listening);
      }, patience),
    ),
  ];
  try {
    await work();
  } catch {
    // What it came to is known; only its statements are asked for.
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  return told.join('\n\n');
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from '@swc/core';
import * as contract from '@tallysheet/contract';
import * as isbot from 'isbot';
import type { Counting } from '../../libs/counting/src/testing/check';
import type { Mutation } from './mutations';

const SOURCES = join(__dirname, '../../libs/counting/src');

/** What the counting library may import from outside its own folder. */
const OUTSIDE: Record<string, unknown> = { '@tallysheet/contract': contract, isbot };

/** Each file of the counting library itself, without its tests and their helpers, by name. */
export function countingSources(): Map<string, string> {
  const names = readdirSync(SOURCES).filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'));
  return new Map(names.map((name) => [name, readFileSync(join(SOURCES, name), 'utf8')]));
}

/** The sources with one rule broken; the text to replace must stand in its file exactly once. */
export function mutate(sources: ReadonlyMap<string, string>, { file, find, replace }: Mutation): Map<string, string> {
  const source = sources.get(file);
  if (source === undefined) throw new Error(`The counting library has no file ${file}`);
  const places = source.split(find);
  if (places.length !== 2) throw new Error(`${file} has ${places.length - 1} places that read: ${find}`);
  return new Map(sources).set(file, places.join(replace));
}

/** Compiles the sources in memory and loads them as the counting library. */
export function loadCounting(sources: ReadonlyMap<string, string>): Counting {
  const loaded = new Map<string, Record<string, unknown>>();
  const load = (name: string): unknown => {
    if (name in OUTSIDE) return OUTSIDE[name];
    const file = `${name.replace('./', '')}.ts`;
    const known = loaded.get(file);
    if (known) return known;
    const exports: Record<string, unknown> = {};
    loaded.set(file, exports);
    const source = sources.get(file);
    if (source === undefined) throw new Error(`The counting library imports ${name}, which it does not have`);
    evaluate(compiled(file, source), load, exports);
    return exports;
  };
  return load('./index') as Counting;
}

const cache = new Map<string, string>();

/** CommonJS text of one file; most files of most copies are the same. */
function compiled(file: string, source: string): string {
  const key = `${file}\n${source}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const { code } = transformSync(source, {
    filename: file,
    configFile: false,
    swcrc: false,
    jsc: { parser: { syntax: 'typescript' }, target: 'es2023' },
    module: { type: 'commonjs' },
  });
  cache.set(key, code);
  return code;
}

function evaluate(code: string, require: (name: string) => unknown, exports: Record<string, unknown>): void {
  // A module on disk would need a folder of its own for every mutation; node:vm would bring arrays of another realm.
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  const run = new Function('require', 'exports', code) as (require: unknown, exports: unknown) => void;
  run(require, exports);
}

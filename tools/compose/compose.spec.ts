import { globSync, readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { parse } from 'yaml';
import schema from './compose.schema.json';

interface Service {
  image?: string;
  build?: string;
  environment?: Record<string, string | number | null>;
  healthcheck?: object;
  depends_on?: Record<string, unknown>;
  profiles?: string[];
  volumes?: string[];
  ports?: string[];
}
interface Compose {
  services: Record<string, Service>;
  volumes: Record<string, null>;
}

const compose = parse(readFileSync('docker-compose.yml', 'utf8')) as Compose;
const services = Object.entries(compose.services);
const dockerfile = readFileSync('Dockerfile', 'utf8');
const dockerEnv = (stage: string) =>
  [...stage.matchAll(/^ENV (.*)$/gm)].flatMap(([, list]) =>
    [...list!.matchAll(/([A-Z_]+)=(\S+)/g)].map(([, name]) => name!),
  );

/** The names that the app reads from its environment. */
const read = new Set(
  globSync('api/src/platform/*.ts').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\benv(?:\.|\[')([A-Z][A-Z_]+)/g)].map(([, name]) => name!),
  ),
);

/** Whether a document is one of the Compose specification, as far as it is used here. */
function faults(document: unknown): string[] {
  const ajv = new Ajv({ allErrors: true, strictTuples: false, allowUnionTypes: true });
  const isValid = ajv.validate(schema, document);
  return isValid ? [] : (ajv.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

describe('docker-compose.yml', () => {
  it('is as the Compose specification asks', () => {
    expect(faults(compose)).toEqual([]);
  });

  it.each([
    ['an unknown key of a service', { services: { app: { image: 'a:1', evironment: {} } } }],
    [
      'a duration without a unit',
      { services: { app: { image: 'a:1', healthcheck: { test: ['CMD', 'x'], interval: '5' } } } },
    ],
    [
      'a health check that is no command',
      { services: { app: { image: 'a:1', healthcheck: { test: ['curl', 'x'] } } } },
    ],
    ['a service made of nothing', { services: { app: { init: true } } }],
    ['an unknown condition', { services: { app: { image: 'a:1', depends_on: { db: { condition: 'healthy' } } } } }],
    ['no services', { volumes: {} }],
  ])('would not be with %s', (_fault, document) => {
    expect(faults(document)).not.toEqual([]);
  });

  it('runs the app on MariaDB, with MySQL and a mail catcher on demand', () => {
    const onDemand = services.filter(([, { profiles }]) => profiles).map(([name, { profiles }]) => [name, profiles]);

    expect(Object.keys(compose.services)).toEqual(['app', 'mariadb', 'mysql', 'mail']);
    expect(onDemand).toEqual([
      ['mysql', ['mysql']],
      ['mail', ['mail']],
    ]);
  });

  it('gives the app only variables that it reads, and those of the README among them', () => {
    const given = Object.keys(compose.services['app']!.environment!);

    expect(given.filter((name) => !read.has(name))).toEqual([]);
    expect(given).toEqual(expect.arrayContaining(['HOST', 'PORT', 'DATABASE_URL', 'DATA_DIR', 'ADMIN_TOKEN']));
  });

  it('does not start without an ADMIN_TOKEN', () => {
    expect(compose.services['app']!.environment!['ADMIN_TOKEN']).toMatch(/^\$\{ADMIN_TOKEN:\?.+\}$/);
  });

  it.each(services)('%s names things that are there', (_name, service) => {
    const used = (service.volumes ?? []).map((volume) => volume.split(':')[0]);

    expect(Object.keys(compose.volumes)).toEqual(expect.arrayContaining(used));
    expect(Object.keys(compose.services)).toEqual(expect.arrayContaining(Object.keys(service.depends_on ?? {})));
  });

  it.each(services.filter(([, { build }]) => build === undefined))(
    '%s has a fixed version and a health check',
    (_name, service) => {
      expect(service.image).toMatch(/:v?\d+\.\d+/);
      expect(service.healthcheck).toBeDefined();
    },
  );
});

describe('the Dockerfile', () => {
  const runtime = dockerfile.split(/^FROM /m).at(-1)!;

  it('sets only variables that the app or Node reads', () => {
    const given = dockerEnv(runtime).filter((name) => name !== 'NODE_ENV');

    expect(given).toEqual(['HOST', 'PORT', 'DATA_DIR']);
    expect(given.filter((name) => !read.has(name))).toEqual([]);
  });

  it('runs as a user without rights, on the data folder that the volume holds, and says how it is', () => {
    expect(runtime).toMatch(/^USER node$/m);
    expect(runtime).toMatch(/^VOLUME \/data$/m);
    expect(compose.services['app']!.volumes).toEqual(['app-data:/data']);
    expect(runtime).toMatch(/^HEALTHCHECK [^]*\/api\/health/m);
  });
});

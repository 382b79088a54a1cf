import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readConfig } from '@atelier/runtime/config/config';
import { projectRoot } from '@atelier/runtime/config/project-root';
import { expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';

const read = (path: string) => readFile(join(projectRoot, 'deploy', path), 'utf8');

interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly data?: Readonly<Record<string, string>>;
  readonly stringData?: Readonly<Record<string, string>>;
  readonly spec?: {
    readonly selector?: unknown;
    readonly podSelector?: { readonly matchLabels?: { readonly app: string } };
    readonly template?: { readonly metadata: { readonly labels: { readonly app: string } } };
  };
}

async function manifests(): Promise<readonly Manifest[]> {
  const files = ['kubernetes/atelier.yml', 'kubernetes/secret.example.yml'];
  const texts = await Promise.all(files.map(read));
  return texts.flatMap((text) => parseAllDocuments(text).map((one) => one.toJS() as Manifest));
}

/** Read as a process would: a setting that is wrong is refused, and one that nobody knows is found by its name. */
async function expectSettings(settings: Readonly<Record<string, string>>): Promise<void> {
  expect(() => readConfig({ ...settings, NODE_ENV: 'production' })).not.toThrow();
  const known = await readFile(join(projectRoot, 'docs/operator-guide.md'), 'utf8');
  expect(Object.keys(settings).filter((name) => !known.includes(`\`${name}\``))).toEqual([]);
}

test('S15 what the Kubernetes manifests set are settings of Atelier', async () => {
  const all = await manifests();
  const own = all.filter(({ metadata }) => metadata.name === 'atelier');
  await expectSettings(Object.assign({}, ...own.map(({ data, stringData }) => ({ ...data, ...stringData }))));
});

test('S15 what the compose file sets are settings of Atelier, and the files that it names are there', async () => {
  const text = await read('compose.yml');
  const { services } = parse(text, { merge: true }) as {
    services: Record<string, { environment?: Record<string, string | number> }>;
  };
  const filled = (value: string | number) =>
    String(value)
      .replace(/\$\{\w+:-([^}]*)\}/g, '$1')
      .replace(/\$\{ATELIER_URL[^}]*\}/g, 'https://studio.example')
      .replace(/\$\{[^}]*\}/g, 'x'.repeat(40));
  for (const name of ['server', 'worker']) {
    const entries = Object.entries(services[name]?.environment ?? {});
    expect(entries.length).toBeGreaterThan(5);
    await expectSettings(Object.fromEntries(entries.map(([key, value]) => [key, filled(value)])));
  }
  for (const [, file = ''] of text.matchAll(/- \.\/(\S+?):/g))
    await access(join(projectRoot, 'deploy', file));
});

test('S15 every selector of the manifests finds somebody, and everybody may be taken down one at a time', async () => {
  const all = await manifests();
  const apps = all.flatMap(({ spec }) => spec?.template?.metadata.labels.app ?? []);
  expect(apps.toSorted()).toEqual(['pgbouncer', 'server', 'worker']);
  const selected = (kind: string) =>
    all
      .filter((one) => one.kind === kind)
      .flatMap(
        ({ spec }) => /"app":"(\w+)"/.exec(JSON.stringify(spec?.selector ?? spec?.podSelector))?.[1] ?? [],
      );
  expect(selected('PodDisruptionBudget').toSorted()).toEqual(apps.toSorted());
  expect(selected('NetworkPolicy').toSorted()).toEqual(apps.toSorted());
  for (const app of [...selected('Service'), ...selected('Deployment')]) expect(apps).toContain(app);
});

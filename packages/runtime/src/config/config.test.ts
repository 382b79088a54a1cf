import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readConfig } from './config.ts';

const place = mkdtempSync(join(tmpdir(), 'atelier-config-'));
afterAll(() => rmSync(place, { recursive: true }));

const home = () => mkdtempSync(join(place, 'home-'));

test('every setting has a default', () => {
  expect(readConfig({}, home())).toMatchObject({
    port: 4600,
    host: '127.0.0.1',
    databaseUrl: null,
    databaseDirectUrl: null,
    demo: true,
    rateLimits: true,
  });
});

test('wrong settings are named all at once, without showing secrets', () => {
  const read = () =>
    readConfig(
      {
        PORT: '99999',
        DATABASE_URL: 'mysql://root:canary@x',
        ATELIER_SECRET: 'canary',
        ATELIER_TIME_ZONE: 'Mars/Base',
      },
      home(),
    );
  expect(read).toThrow(/PORT[\s\S]*DATABASE_URL[\s\S]*ATELIER_SECRET[\s\S]*ATELIER_TIME_ZONE/);
  expect(read).not.toThrow(/canary/);
});

test('production does not start without a secret of its own, nor without rate limits', () => {
  expect(() => readConfig({ NODE_ENV: 'production' }, home())).toThrow(/ATELIER_SECRET is missing/);
  const settings = { NODE_ENV: 'production', ATELIER_SECRET: 's'.repeat(32) };
  expect(readConfig(settings, home()).production).toBe(true);
  expect(() => readConfig({ ...settings, ATELIER_RATE_LIMITS: 'off' }, home())).toThrow(
    /refused in production/,
  );
});

test('elsewhere a secret is made once, readable by its owner only', () => {
  const directory = home();
  const first = readConfig({ ATELIER_HOME: directory }, '/');
  const second = readConfig({ ATELIER_HOME: directory }, '/');
  expect(first.secrets).toEqual(second.secrets);
  expect(first.secrets[0].length).toBeGreaterThan(40);
  expect(statSync(join(directory, 'secret')).mode & 0o777).toBe(0o600);
  expect(readConfig({ ATELIER_HOME: home() }, '/').secrets).not.toEqual(first.secrets);
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config.ts';

/** Where `start` keeps what it must remember of the demo studio. */
export function demoFile(home: string): string {
  return join(home, 'demo.json');
}

/** `127.0.0.1:PORT` of the demo's own sandbox, the one private address that is allowed by default. */
export function demoHost({ home, demo }: Pick<Config, 'home' | 'demo'>): string {
  if (!demo) return '';
  try {
    const { port } = JSON.parse(readFileSync(demoFile(home), 'utf8')) as { port: number };
    return `127.0.0.1:${port}`;
  } catch {
    return '';
  }
}

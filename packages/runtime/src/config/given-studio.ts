import type { GivenStudio } from '@atelier/usecases/studio/studio';
import type { Config } from './config.ts';

/** What the environment says of the studio. */
export function givenStudio(config: Config): GivenStudio {
  return {
    name: config.studioName,
    zone: config.timeZone,
    sender: config.mailFrom,
    url: config.publicUrl,
    hookUrl: config.hookUrl,
    here: hereOf(config),
    machineZone: config.machineZone,
    mailServer: config.smtpUrl !== null,
  };
}

/** This machine under its own port: where it listens on one address only, by that one. */
export function hereOf({ host, port }: Pick<Config, 'host' | 'port'>): string {
  if (EVERYWHERE.has(host) || host === '127.0.0.1' || host === '::1') return `http://localhost:${port}`;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

const EVERYWHERE = new Set(['0.0.0.0', '::']);

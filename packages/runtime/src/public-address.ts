import type { Config } from './config.ts';

/** Where people reach this installation: as they were told, or this machine under its own port. */
export function publicAddress({ publicUrl, port }: Pick<Config, 'publicUrl' | 'port'>): string {
  return publicUrl ?? `http://localhost:${port}`;
}

import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeBackup } from '@atelier/database/backup/write-backup';
import type { Backups } from '@atelier/usecases/jobs/back-up';
import type { Config } from '../config/config.ts';
import { writeBackupFile } from './backup-file.ts';

/**
 * The folder that the settings name; null: none is named.
 * @param url of the database itself, with no pooler between.
 */
export function nightlyBackups({ backups }: Pick<Config, 'backups'>, url: string): Backups | null {
  if (backups === null) return null;
  const { folder, recipients, keep } = backups;
  return {
    keep,
    async names() {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      return readdir(folder);
    },
    async write(name) {
      const { script } = writeBackup(url, new Date());
      await writeBackupFile(join(folder, name), script, recipients === null ? 'open' : { recipients });
    },
    remove: (name) => rm(join(folder, name), { force: true }),
  };
}

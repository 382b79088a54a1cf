import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Which living processes use the embedded server; one file per process id. */
export function postgresUsers(directory: string) {
  return {
    async enter(pid: number): Promise<void> {
      await mkdir(directory, { recursive: true });
      await writeFile(join(directory, String(pid)), '');
    },
    leave: (pid: number): Promise<void> => rm(join(directory, String(pid)), { force: true }),
    /** Forgets the dead on the way: a killed process never says goodbye. */
    async anybody(): Promise<boolean> {
      const pids = (await readdir(directory).catch(() => [])).map(Number);
      const dead = pids.filter((pid) => !isLiving(pid));
      await Promise.all(dead.map((pid) => rm(join(directory, String(pid)), { force: true })));
      return dead.length < pids.length;
    },
  };
}

/** Whether there is a process of this number, whosever it is. */
export function isLiving(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

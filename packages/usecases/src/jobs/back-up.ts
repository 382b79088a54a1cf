/** Where backups of this installation are laid by themselves; the adapter knows the folder and who can open them. */
export interface Backups {
  /** So many are kept. */
  readonly keep: number;
  names(): Promise<readonly string[]>;
  /** Has its name when it is whole. */
  write(name: string): Promise<void>;
  remove(name: string): Promise<void>;
}

/** By its date, so that a night has one, however often its job is tried. */
const NAME = /^atelier-\d{4}-\d{2}-\d{2}\.backup$/;

export function backupName(now: Date): string {
  return `atelier-${now.toISOString().slice(0, 10)}.backup`;
}

/** Those that have had their time: the newest stay, and whatever else lies in the folder is none of ours. */
export function outdated(names: readonly string[], keep: number): readonly string[] {
  return names
    .filter((name) => NAME.test(name))
    .toSorted()
    .slice(0, -keep);
}

/**
 * The backup of this night, and then those are removed that have had their time: never before there is a newer one.
 * Without a place for them there is nothing to do.
 */
export async function backUp({
  backups,
  clock,
}: {
  readonly backups: Backups | null;
  readonly clock: () => Date;
}): Promise<void> {
  if (backups === null) return;
  const name = backupName(clock());
  if (!(await backups.names()).includes(name)) await backups.write(name);
  for (const old of outdated(await backups.names(), backups.keep)) await backups.remove(old);
}

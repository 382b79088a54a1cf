import type { MailFolderRow } from '@atelier/database/mailbox/folder-store';
import type { FolderStatus } from '@atelier/providers/port/mail/mail-provider';

/** What has to be looked at in a folder, by four numbers that the server tells of it. */
export interface FolderPlan {
  /** Every UID that is known is void (RFC 9051, 2.3.1.1): everything is found again by what it says. */
  readonly void: boolean;
  /** Something came or went. */
  readonly list: boolean;
  /** Flags have changed; or nobody knows, since the server counts no changes. */
  readonly flags: 'none' | 'since' | 'marks' | 'all';
}

/** A server that counts no changes is asked for all flags so often. */
const COMPARE_EVERY_MS = 3_600_000;

export interface PlanContext {
  readonly now: Date;
  /** Compares everything. */
  readonly full: boolean;
}

export function planFolder(known: MailFolderRow, told: FolderStatus, { now, full }: PlanContext): FolderPlan {
  const isVoid = known.uidValidity !== null && known.uidValidity !== told.uidValidity;
  const unfinished = known.uidValidity === null || known.knownFrom !== 1;
  if (isVoid || unfinished)
    return { void: isVoid, list: true, flags: isVoid ? 'none' : flagsFor(known, told, false) };
  const overdue =
    full || known.comparedAt === null || now.getTime() - known.comparedAt.getTime() > COMPARE_EVERY_MS;
  const moved = known.uidNext !== told.uidNext || known.messages !== told.messages;
  return {
    void: false,
    list: full || moved || known.doubtedAt !== null,
    flags: full ? 'all' : flagsFor(known, told, overdue),
  };
}

/** Where nothing is counted, the number of unread says at least whether somebody has read. */
function flagsFor(known: MailFolderRow, told: FolderStatus, overdue: boolean): FolderPlan['flags'] {
  if (known.uidValidity === null) return 'none';
  if (told.highestModseq !== null && known.highestModseq !== null)
    return told.highestModseq === known.highestModseq ? 'none' : 'since';
  return overdue ? 'all' : 'marks';
}

export function isQuiet({ list, flags, void: isVoid }: FolderPlan): boolean {
  return !list && !isVoid && flags === 'none';
}

/**
 * A listing that suddenly lacks much is looked at twice before anything goes (S8). Of what was thrown away people throw
 * away everything at once.
 */
export function isDoubtful(
  { role, doubtedAt }: Pick<MailFolderRow, 'role' | 'doubtedAt'>,
  { known, gone }: { readonly known: number; readonly gone: number },
): boolean {
  if (doubtedAt !== null || role === 'trash' || role === 'junk' || role === 'drafts') return false;
  return gone > 20 && gone * 2 > known;
}

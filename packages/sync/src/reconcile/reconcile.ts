import { unfitBase } from '@atelier/calendar/edit/unfit-base';
import { mergeObjects } from '@atelier/calendar/merge/merge-objects';
import { isRewriteOf, sameContent } from '@atelier/calendar/merge/parts/same-content';
import type { ConflictKind, ConflictOutcome } from '@atelier/database/object/conflict-store';
import type { PendingWrite } from '@atelier/database/object/outbox-store';

/** One object as the provider has it now. */
export interface RemoteVersion {
  readonly href: string;
  readonly etag: string | null;
  readonly body: string;
}

/** What a calendar does when both sides changed the same thing. */
export type ConflictPolicy = 'REMOTE' | 'LOCAL' | 'ASK';

export interface ConflictDraft {
  readonly kind: ConflictKind;
  readonly groups: readonly string[];
  /** Who won; null while a person has to decide. */
  readonly outcome: ConflictOutcome | null;
}

/** What becomes of a waiting write once the provider's version is known. */
export type Settlement =
  /** The provider still has the version that the edit was made from. */
  | { readonly kind: 'unchanged' }
  /** Nothing is left to write: the object is now what the provider has, or gone. */
  | {
      readonly kind: 'settled';
      readonly remote: RemoteVersion | null;
      readonly conflict: ConflictDraft | null;
    }
  /** Still to be written, from now on against the provider's new version; null recreates what is gone there. */
  | {
      readonly kind: 'rebase';
      readonly remote: RemoteVersion | null;
      readonly href: string;
      /** The text to be written; null for a DELETE. */
      readonly mine: string | null;
      readonly conflict: ConflictDraft | null;
    };

export interface ReconcileInput {
  readonly write: Pick<PendingWrite, 'operation' | 'href' | 'uid' | 'base' | 'sent' | 'mine' | 'movedTo'>;
  readonly remote: RemoteVersion | null;
  readonly policy: ConflictPolicy;
  /** The calendar is somebody else's, who may hide parts of it from this account. */
  readonly ownedByOther: boolean;
  readonly now: Temporal.Instant;
  /** A fresh address, should the object have to be made anew. */
  readonly freshHref: string;
}

/**
 * Decides what a waiting write comes to when the provider's version is seen, in a pull or after a refused push.
 * Never loses a version: whatever does not survive is in the conflict that it answers with (S2).
 */
export function reconcile(input: ReconcileInput): Settlement {
  const { write, remote } = input;
  if (write.operation === 'DELETE') return reconcileDelete(input);
  if (remote === null) return remoteGone(input);
  const mine = write.mine ?? '';
  // What is not shown cannot be merged, and a damaged text not be written: theirs stands, ours is kept beside it.
  if (unfitBase(remote.body, input) !== null)
    return { kind: 'settled', remote, conflict: drafted('BOTH_EDITED', [], 'REMOTE') };
  if (isRewriteOf(remote.body, mine)) return { kind: 'settled', remote, conflict: null };
  if (write.base && isVersion(remote, write.base)) return versionStands(input, remote);
  return merge(input, remote, mine);
}

function isVersion(
  remote: RemoteVersion,
  base: { readonly etag: string | null; readonly source: string },
): boolean {
  return (base.etag !== null && base.etag === remote.etag) || isSameText(base.source, remote.body);
}

/** Line ends are those of the way that a text came: LF out of a report, CRLF out of a GET. */
export function isSameText(one: string, other: string): boolean {
  return one === other || one.replaceAll('\r', '').trimEnd() === other.replaceAll('\r', '').trimEnd();
}

/** The text is the one we started from; at most the server's name for it has moved. */
function versionStands({ write }: ReconcileInput, remote: RemoteVersion): Settlement {
  if (write.base?.etag === remote.etag && write.href === remote.href) return { kind: 'unchanged' };
  return { kind: 'rebase', remote, href: remote.href, mine: write.mine, conflict: null };
}

function merge({ write, policy, now }: ReconcileInput, remote: RemoteVersion, mine: string): Settlement {
  const arrived = write.sent !== null && isRewriteOf(remote.body, write.sent);
  const base = arrived ? (write.sent ?? '') : (write.base?.source ?? '');
  const prefer = policy === 'LOCAL' ? 'mine' : 'theirs';
  const merged = mergeObjects({ base, mine, theirs: remote.body, prefer, now });
  const conflict = merged.conflicts.length > 0 ? drafted('BOTH_EDITED', merged.conflicts, policy) : null;
  if (merged.equalsTheirs) return { kind: 'settled', remote, conflict };
  return { kind: 'rebase', remote, href: remote.href, mine: merged.text, conflict };
}

/** Edited here, deleted there (or never arrived there). */
function remoteGone({ write, policy, freshHref }: ReconcileInput): Settlement {
  if (write.base === null) return { kind: 'unchanged' };
  const conflict = drafted('REMOTE_DELETED', [], policy);
  if (policy !== 'LOCAL') return { kind: 'settled', remote: null, conflict };
  return { kind: 'rebase', remote: null, href: freshHref, mine: write.mine, conflict };
}

function reconcileDelete(input: ReconcileInput): Settlement {
  const { write, remote, policy } = input;
  if (remote === null) return { kind: 'settled', remote: null, conflict: null };
  if (unfitBase(remote.body, input) === 'masked')
    return { kind: 'settled', remote, conflict: drafted('LOCAL_DELETED', [], 'REMOTE') };
  const again = { kind: 'rebase', remote, href: remote.href, mine: null } as const;
  if (write.base && isVersion(remote, write.base)) return versionStands({ write } as ReconcileInput, remote);
  // Bookkeeping is no edit; and a create may be taken back before anybody said that it had arrived.
  const ours = write.base?.source ?? write.sent;
  if (ours !== null && sameContent(remote.body, ours)) return { ...again, conflict: null };
  // The event lives on where it was moved to, and takes along what the provider changed here (see settle-write).
  if (write.movedTo !== null) return { ...again, conflict: null };
  // Of such a create this is what the server has made of it, or nearly: it goes, and is kept all the same.
  const rewritten = write.base === null && write.sent !== null && isRewriteOf(remote.body, write.sent);
  const conflict = drafted('LOCAL_DELETED', [], rewritten ? 'LOCAL' : policy);
  if (rewritten || policy === 'LOCAL') return { ...again, conflict };
  return { kind: 'settled', remote, conflict };
}

export function drafted(
  kind: ConflictKind,
  groups: readonly string[],
  policy: ConflictPolicy,
): ConflictDraft {
  return { kind, groups, outcome: OUTCOMES[policy] };
}

const OUTCOMES = { REMOTE: 'THEIRS', LOCAL: 'MINE', ASK: null } as const;

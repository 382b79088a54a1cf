import type { RefObject } from 'react';
import { useKeys } from '../agenda/keys/use-keys.ts';
import type { AnswerKind, PlacedMail } from '../api/answers.ts';
import type { MailActs } from './act/use-mail-acts.ts';
import type { Conversation } from './list/conversations.ts';
import type { Selection } from './list/use-selection.ts';
import type { MailPlace } from './use-mail-place.ts';

interface MailKeysInput {
  readonly place: MailPlace;
  readonly rows: readonly Conversation[];
  readonly selection: Selection;
  readonly acts: MailActs;
  /** Nothing is moved to where it is; for good it goes only when somebody was asked. */
  readonly inTrash: boolean;
  readonly searchField: RefObject<HTMLInputElement | null>;
  readonly onGone: (row: Conversation) => void;
  readonly onAnswer: (message: PlacedMail, kind: AnswerKind) => void;
  readonly onWrite: () => void;
  readonly onHelp: () => void;
}

/** What single letters do in mail: to what is selected, or else to what is open or in focus. */
export function useMailKeys(input: MailKeysInput): void {
  const { place, rows, selection, acts, inTrash, searchField, onGone, onAnswer, onWrite, onHelp } = input;
  const current = () => rows.find(({ threadId }) => threadId === (place.thread ?? focused()));
  const meant = () => {
    const row = current();
    return selection.rows.length > 0 ? selection.rows : row ? [row] : [];
  };
  const idsOf = (some: readonly Conversation[]) => some.flatMap(({ ids }) => ids);
  const step = (by: number) => {
    const at = rows.findIndex(({ threadId }) => threadId === (place.thread ?? focused()));
    const next = rows[at === -1 ? 0 : at + by];
    if (!next) return;
    if (place.thread) place.open(next.threadId);
    else focus(next.threadId);
  };
  const moveTo = (role: 'archive' | 'trash') => {
    const some = meant();
    if (some.length === 0 || (role === 'trash' && inTrash)) return;
    const open = selection.rows.length === 0 ? some[0] : undefined;
    acts.moveToRole(idsOf(some), role);
    selection.clear();
    if (open && place.thread) onGone(open);
  };
  const answer = (kind: AnswerKind) => {
    const row = current();
    if (row) onAnswer(row.head, kind);
  };
  useKeys(
    {
      mailNext: () => step(1),
      mailPrevious: () => step(-1),
      mailOpen: () => {
        const row = current();
        if (row) place.open(row.threadId);
      },
      mailList: () => (place.thread ? place.close() : selection.clear()),
      mailSelect: () => {
        const row = current();
        if (row) selection.toggle(row.threadId);
      },
      mailArchive: () => moveTo('archive'),
      mailDelete: () => moveTo('trash'),
      mailStar: () => {
        const some = meant();
        if (some.length > 0)
          acts.mark(idsOf(some), some.every(({ flagged }) => flagged) ? 'unflagged' : 'flagged');
      },
      mailUnread: () => {
        const some = meant();
        if (some.length > 0) acts.mark(idsOf(some), 'unseen');
        if (place.thread) place.close();
      },
      mailReply: () => answer('reply'),
      mailReplyAll: () => answer('reply-all'),
      mailForward: () => answer('forward'),
      mailWrite: onWrite,
      mailSearch: () => searchField.current?.focus(),
      mailHelp: onHelp,
    },
    'mail',
  );
}

const rowButton = (threadId: string) =>
  document.querySelector<HTMLButtonElement>(`button[data-thread="${CSS.escape(threadId)}"]`);

/** The row in which the keyboard stands. */
function focused(): string | undefined {
  const row = document.activeElement?.closest('li')?.querySelector<HTMLElement>('[data-thread]');
  return row?.dataset['thread'];
}

function focus(threadId: string): void {
  rowButton(threadId)?.focus();
}

import { writtenMailbox } from '@atelier/mail/address/mailbox';
import { useState } from 'react';
import type { AnswerKind, DraftInput, Mailbox, OutgoingMail, PlacedMail } from '../../api/answers.ts';
import { newKey } from '../../api/new-key.ts';
import { trpc } from '../../api/trpc.ts';
import { useProblemToast } from '../../calendars/use-sync-now.ts';
import { useReader } from '../../language/studio-reader.ts';
import { browserZone } from '../../time/zone-name.ts';
import { useMailboxes } from '../use-mailboxes.ts';

/** What the form begins with. */
export interface BegunDraft {
  readonly draft: DraftInput;
  readonly kind: AnswerKind | 'new';
  /** It is kept at the server already. */
  readonly kept: boolean;
  /** Nobody may read the answer: the original came from a list or a program. */
  readonly bulk: boolean;
  /** The original has files, which go along. */
  readonly takesFiles: boolean;
}

export type Compose = ReturnType<typeof useCompose>;

/** What is being written, and the ways to begin. */
export function useCompose() {
  const { client } = trpc.useUtils();
  const { mailboxes } = useMailboxes();
  const words = useAnswerWords();
  const onError = useProblemToast();
  const [begun, setBegun] = useState<BegunDraft | null>(null);

  function write(): void {
    const [mailbox] = mailboxes;
    if (!mailbox) return;
    const text = signed('', mailbox);
    const draft = { ...EMPTY, id: newKey(), accountId: mailbox.id, text };
    setBegun({ draft, kind: 'new', kept: false, bulk: false, takesFiles: false });
  }

  async function answer(message: PlacedMail, kind: AnswerKind, above: string): Promise<void> {
    try {
      const { id } = message;
      const answered = await client.outgoing.begin.query({ id, kind, words: words(message) });
      const { accountId, bulk, to, cc, subject, text } = answered;
      const draft = {
        ...EMPTY,
        id: newKey(),
        accountId,
        to: [...to],
        cc: [...cc],
        subject,
        text:
          above +
          signed(
            text,
            mailboxes.find((one) => one.id === accountId),
          ),
        original: { id, answers: kind },
      };
      const takesFiles = kind === 'forward' && message.hasAttachment;
      setBegun({ draft, kind, kept: false, bulk: bulk && kind !== 'forward', takesFiles });
    } catch (error) {
      onError(error);
    }
  }

  /** What it answers is known to the server, and stays. */
  function writeOn({ id, accountId, to, cc, bcc, subject, text, answers }: OutgoingMail): void {
    const people = { to: [...to], cc: [...cc], bcc: [...bcc] };
    const draft = { id, accountId, ...people, subject, text, original: null };
    setBegun({
      draft,
      kind: isWritten(answers) ? answers : 'new',
      kept: true,
      bulk: false,
      takesFiles: false,
    });
  }

  return {
    begun,
    write,
    answer: (message: PlacedMail, kind: AnswerKind, above = '') => void answer(message, kind, above),
    writeOn,
    close: () => setBegun(null),
  };
}

function isWritten(answers: OutgoingMail['answers']): answers is AnswerKind {
  return answers !== null && answers !== 'invitation';
}

const EMPTY = { to: [], cc: [], bcc: [], subject: '', original: null };

/** Above what is quoted, as a letter is signed (RFC 3676, 4.3). */
function signed(text: string, mailbox: Mailbox | undefined): string {
  const signature = mailbox?.signature.trim();
  return signature ? `\n\n-- \n${signature}\n${text}` : text;
}

/** In the language of whoever answers. */
function useAnswerWords() {
  const { words, formats } = useReader();
  return ({ from, to, date, subject }: PlacedMail) => {
    const when = formats.dateTime(date, browserZone());
    const people = from.map(({ name, address }) => name || address).join(', ');
    const { headers } = words.outgoing;
    return {
      wrote: words.outgoing.wrote({ when, name: people || words.mailbox.nobody }).slice(0, 500),
      forwarded: words.outgoing.forwarded,
      headers: [
        { name: headers.from, value: from.map(writtenMailbox).join(', ') },
        { name: headers.date, value: when },
        { name: headers.subject, value: subject },
        { name: headers.to, value: to.map(writtenMailbox).join(', ') },
      ].map(({ name, value }) => ({ name, value: value.slice(0, 4_000) })),
    };
  };
}

import { useState } from 'react';
import { toast } from 'sonner';
import { refusalCodeOf } from '../../api/api-error.ts';
import { trpc } from '../../api/trpc.ts';
import { useProblemToast } from '../../calendars/use-sync-now.ts';
import { useReader } from '../../language/studio-reader.ts';
import { useFormats } from '../../language/use-formats.ts';
import { browserZone } from '../../time/zone-name.ts';
import type { Compose } from './use-compose.ts';

/** So long it can be taken back: the server waits as long. */
const TAKE_BACK_MS = 10_000;

interface EndingInput {
  readonly id: string;
  /** The server knows it. */
  readonly kept: boolean;
  readonly keep: (always: boolean) => Promise<void>;
  readonly end: () => void;
  readonly compose: Compose;
}

export interface Sending {
  /** Null: in ten seconds. */
  readonly at: Date | null;
  /** Also where somebody else answers the same message. */
  readonly despite?: boolean;
}

/** How writing ends: it goes, now or later, or it is thrown away. */
export function useEnding({ id, kept, keep, end, compose }: EndingInput) {
  const { words } = useReader();
  const { dateTime } = useFormats();
  const { client } = trpc.useUtils();
  const onError = useProblemToast();
  const [pending, setPending] = useState(false);
  /** Why it has not gone: somebody else answers; and how it was to go. */
  const [clash, setClash] = useState<{ readonly error: unknown; readonly sending: Sending } | null>(null);

  async function takeBack(): Promise<void> {
    try {
      await client.outgoing.settleDraft.mutate({ id, how: 'write-on' });
      compose.writeOn(await client.outgoing.see.query({ id }));
      toast.success(words.outgoing.takenBack);
    } catch (error) {
      onError(error);
    }
  }

  async function send(sending: Sending): Promise<void> {
    setPending(true);
    setClash(null);
    try {
      await keep(true);
      await client.outgoing.send.mutate({ id, ...sending });
      end();
      compose.close();
      const action = { label: words.outgoing.takeBack, onClick: () => void takeBack() };
      const { at } = sending;
      const said = at
        ? words.outgoing.sendingAt({ when: dateTime(at, browserZone()) })
        : words.outgoing.sending;
      toast(said, { duration: TAKE_BACK_MS, action });
    } catch (error) {
      if (isClash(error)) setClash({ error, sending });
      else onError(error);
      setPending(false);
    }
  }

  async function discard(): Promise<void> {
    end();
    try {
      if (kept) {
        await keep(true);
        await client.outgoing.settleDraft.mutate({ id, how: 'discard' });
        toast.success(words.outgoing.discarded);
      }
      compose.close();
    } catch (error) {
      onError(error);
    }
  }

  return {
    send,
    discard,
    pending,
    clash,
    sendDespite: () => clash && send({ ...clash.sending, despite: true }),
  };
}

function isClash(error: unknown): boolean {
  const code = refusalCodeOf(error);
  return code === 'mail-answered' || code === 'mail-being-answered';
}

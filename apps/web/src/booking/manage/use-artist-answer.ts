import { useState } from 'react';
import { kindOf } from '../../api/api-error.ts';
import { useAnnounce } from '../../ui/display/announcer.tsx';
import { useApi } from '../api/client-context.ts';
import { useReader } from '../language/reader.ts';
import { tabKeep } from '../storage.ts';
import type { ManageProps } from './client-manage.tsx';
import { useChange } from './use-change.ts';

export interface ArtistAnswering {
  readonly message: string;
  readonly setMessage: (text: string) => void;
  /** What is asked before it is done. */
  readonly asking: 'declining' | 'silent' | null;
  readonly ask: (what: 'declining' | null) => void;
  /** What was answered in this window. */
  readonly answered: 'CONFIRMED' | 'DECLINED' | null;
  /** @param unverified although a calendar does not answer */
  readonly approve: (unverified?: boolean) => void;
  readonly decline: () => void;
  readonly pending: boolean;
  readonly error: unknown;
}

/** An artist's answer to a request; what is written to the client is kept until it is sent. */
export function useArtistAnswer({
  token,
  onChanged,
  onStale,
}: Omit<ManageProps, 'booking'>): ArtistAnswering {
  const { words } = useReader();
  const { client } = useApi();
  const announce = useAnnounce();
  const change = useChange(onStale);
  const kept = `atelier.answer.${token.slice(0, 8)}`;
  const [message, setMessage] = useState(() => String(tabKeep.read(kept) ?? ''));
  const [asking, setAsking] = useState<ArtistAnswering['asking']>(null);
  const [answered, setAnswered] = useState<ArtistAnswering['answered']>(null);
  const typed = message.trim();
  const said = { token, ...(typed ? { message: typed } : {}) };
  const settle = (decided: 'CONFIRMED' | 'DECLINED', after: Parameters<typeof onChanged>[0]) => {
    tabKeep.write(kept, null);
    setAsking(null);
    setAnswered(decided);
    onChanged(after);
    window.scrollTo({ top: 0 });
    announce(words.manage.artist.decided[decided].here());
  };
  return {
    message,
    asking,
    answered,
    ask: setAsking,
    pending: change.pending,
    error: change.error,
    setMessage(text) {
      setMessage(text);
      tabKeep.write(kept, text);
    },
    approve(unverified = false) {
      void change.run(async () => {
        const after = await client.manage.approve
          .mutate({ ...said, ...(unverified ? { unverified } : {}) })
          .catch(unlessSilent);
        if (after === null) setAsking('silent');
        else settle('CONFIRMED', after);
      });
    },
    decline() {
      void change.run(async () => settle('DECLINED', await client.manage.decline.mutate(said)));
    },
  };
}

/** Null: a calendar still does not answer, and that is asked about (B8). */
function unlessSilent(error: unknown): null {
  if (kindOf(error) === 'unverified') return null;
  throw error;
}

import { useRef, useState } from 'react';
import { isRefusal, kindOf } from '../../api/api-error.ts';
import { newKey } from '../../api/new-key.ts';
import type { Trap } from '../controls/honeypot.tsx';
import type { ProofMaker } from '../proof/proof-maker.ts';
import { tabKeep } from '../storage.ts';
import { type Sent, submitOnce } from './submit-once.ts';

/** What shows that a person has filled in the form. */
export interface Extras {
  readonly proof?: string;
  readonly website?: string;
}

export type SendProblem =
  | { readonly kind: 'refused'; readonly error: unknown }
  /** Nobody knows whether it has arrived. */
  | { readonly kind: 'unanswered' };

export interface Sending<Body, Answer> {
  readonly pending: boolean;
  readonly problem: SendProblem | null;
  readonly send: (body: Body, onAnswer: (sent: Sent<Answer>) => void) => Promise<void>;
}

interface SendingOptions<Body, Answer> {
  /** Names it in the browser's storage. */
  readonly name: string;
  readonly post: (key: string, body: Body, extras: Extras) => Promise<Answer>;
  readonly isDone: (answer: Answer) => boolean;
  readonly proof: ProofMaker;
  readonly trap: Trap;
}

/** Sends a form once, however often and however badly connected somebody presses the button (B5). */
export function useSending<Body, Answer>(options: SendingOptions<Body, Answer>): Sending<Body, Answer> {
  const { name, post, isDone, proof, trap } = options;
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<SendProblem | null>(null);
  // A second click comes before the first one is drawn.
  const running = useRef(false);

  async function postAsPerson(key: string, body: Body): Promise<Answer> {
    const given = await proof.take();
    const website = trap.caught();
    return post(key, body, { ...(given ? { proof: given } : {}), ...(website ? { website } : {}) });
  }

  /** A proof that was too old, or a trap that the browser filled in by itself, is nobody's fault: once more. */
  async function postTwice(key: string, body: Body): Promise<Answer> {
    try {
      return await postAsPerson(key, body);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      proof.discard();
      trap.clear();
      if (kindOf(error) !== 'invalid') throw error;
      return postAsPerson(key, body);
    }
  }

  const once = submitOnce<Body, Answer>({
    name: `atelier.unanswered.${name}`,
    send: ({ key, body }) => postTwice(key, body),
    keep: tabKeep,
    newKey,
    isRefusal,
    isDone,
  });

  return {
    pending,
    problem,
    async send(body, onAnswer) {
      if (running.current) return;
      running.current = true;
      setPending(true);
      setProblem(null);
      try {
        const sent = await once(body);
        proof.discard();
        onAnswer(sent);
      } catch (error) {
        setProblem(isRefusal(error) ? { kind: 'refused', error } : { kind: 'unanswered' });
      } finally {
        running.current = false;
        setPending(false);
      }
    },
  };
}

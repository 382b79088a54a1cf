import { createContext, use } from 'react';
import type { StudioOffer } from '../api/answers.ts';

/** What the studio says of itself to anybody. */
export type StudioSays = Pick<StudioOffer, 'name' | 'address' | 'phone' | 'writeTo' | 'mails'>;

export const StudioContext = createContext<StudioSays | null>(null);

/** Null until the server has said it. */
export function useStudioSays(): StudioSays | null {
  return use(StudioContext);
}

/** A text that would promise mail, and the one that does not. */
interface MailText<Mailed, Unmailed> {
  readonly mailed: Mailed;
  readonly unmailed: Unmailed;
}

/** The text that holds: until it is known that mail leaves the house, none is promised. */
export function useMailText() {
  const mails = useStudioSays()?.mails ?? false;
  return <Mailed, Unmailed>({ mailed, unmailed }: MailText<Mailed, Unmailed>): Mailed | Unmailed =>
    mails ? mailed : unmailed;
}

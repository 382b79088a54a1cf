import type { StudioRow } from '@atelier/database/studio/studio-store';
import { type Language, nearestLanguage } from '@atelier/words/language';

/** What the operator has set in the environment: where it is set, it wins over what is typed into the page. */
export interface GivenStudio {
  readonly name: string | null;
  readonly zone: string | null;
  readonly sender: string | null;
  readonly url: string | null;
  /** Where providers reach this machine, when it is not `url`. */
  readonly hookUrl: string | null;
  /** This machine under its own port: the address while nobody has told another. */
  readonly here: string;
  /** IANA zone of this machine: a guess, until somebody has answered. */
  readonly machineZone: string;
  /** Whether a mail server is set. */
  readonly mailServer: boolean;
}

/** What is known of the studio. Null: nobody has told it, and no text may promise it. */
export interface Studio {
  readonly name: string;
  readonly address: string | null;
  readonly phone: string | null;
  /** IANA name. */
  readonly zone: string;
  readonly language: Language;
  readonly sender: string | null;
  /** Whether somebody reads what is sent to the sender's address. */
  readonly senderRead: boolean;
  readonly replies: StudioRow['replies'];
  /** Where people reach this installation. */
  readonly url: string;
  /** Whether mail leaves the house; if not, what is missing. */
  readonly mail: 'ready' | 'no-server' | 'no-sender';
  /** `open`: nobody has answered yet, and what stands here is a guess; `demo`: made up for the demo. */
  readonly standing: 'told' | 'demo' | 'open';
}

const UNTOLD: StudioRow = {
  name: '',
  address: '',
  phone: '',
  zone: '',
  language: 'en',
  sender: '',
  url: '',
  senderRead: true,
  replies: 'artist',
  demo: false,
};

/** What holds: what the operator has set, then what the studio has told, then a guess that says it is one. */
export function studioOf(row: StudioRow | null, given: GivenStudio): Studio {
  const told = row ?? UNTOLD;
  const sender = given.sender ?? known(told.sender);
  return {
    name: given.name ?? known(told.name) ?? 'Atelier',
    address: known(told.address),
    phone: known(told.phone),
    zone: given.zone ?? known(told.zone) ?? given.machineZone,
    language: nearestLanguage(told.language),
    sender,
    senderRead: told.senderRead,
    replies: told.replies,
    url: given.url ?? known(told.url) ?? given.here,
    mail: mailOf(given, sender),
    standing: row === null ? 'open' : row.demo ? 'demo' : 'told',
  };
}

function mailOf({ mailServer }: GivenStudio, sender: string | null): Studio['mail'] {
  if (!mailServer) return 'no-server';
  return sender === null ? 'no-sender' : 'ready';
}

function known(text: string): string | null {
  return text === '' ? null : text;
}

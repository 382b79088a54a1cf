/** Where a browser is reached: its push service has given it these. */
export interface PushAddress {
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
}

/** By which push services know this installation (RFC 8292). */
export interface PushKeys {
  readonly publicKey: string;
  readonly privateKey: string;
}

export interface Push {
  readonly to: PushAddress;
  readonly keys: PushKeys;
  /** A web or mail address of whoever sends. */
  readonly sender: string;
  readonly text: string;
  /** The service keeps it for a device that is off, and no longer. */
  readonly seconds: number;
  /** A later one of the same topic takes its place; of at most 32 letters of base64url. */
  readonly topic: string;
  readonly urgent: boolean;
}

/** `gone`: nobody is reached there any more. `refused`: this one will never be taken. */
export type PushEnding = 'sent' | 'gone' | 'refused';

/** The push services of browsers, wherever they are. */
export interface PushService {
  newKeys(): PushKeys;
  /** Encrypted for the browser alone (RFC 8291). @throws when it may work later. */
  send(push: Push): Promise<PushEnding>;
}

import { addNotice, type PushKind, type Wanting, wantingDevices } from '@atelier/database/push/push-store';
import type { Transaction } from '@atelier/database/transaction';
import { type Language, nearestLanguage } from '@atelier/words/language';
import { PUSH_WORDS, type PushWords } from '@atelier/words/push/push-words';
import type { Role } from '../actor.ts';
import type { Context } from '../context.ts';
import { oneLine } from '../mail/one-line.ts';
import { readStudio } from '../studio/read-studio.ts';

/** Both are cut short by every device, and together have to fit into a push of 4 kB. */
const LONGEST_TITLE = 120;
const LONGEST_BODY = 240;

export interface Notice {
  /** The occasion: a device is told of one occasion once. */
  readonly once: string;
  readonly title: string;
  readonly body: string;
  /** The page that a tap opens. */
  readonly path: string;
  readonly at: Date;
  /** After which nobody needs to know. */
  readonly validUntil: Date;
}

type TellContext = Pick<Context, 'newId'>;

/** Told after the commit, together with whatever caused it. */
export async function tellDevice(
  transaction: Transaction,
  { newId }: TellContext,
  deviceId: string,
  { at, title, body, ...notice }: Notice,
): Promise<void> {
  const id = newId();
  const said = { title: oneLine(title, LONGEST_TITLE), body: oneLine(body, LONGEST_BODY) };
  if (await addNotice(transaction, { ...notice, ...said, id, deviceId, sendAt: at }))
    transaction.enqueue('send-push', { id }, { at });
}

export interface TellDevices {
  readonly kind: PushKind;
  readonly roles: readonly Role[];
  /** Besides; null: nobody. */
  readonly userId: string | null;
  /** What is said, with names only where the device may show them. */
  readonly say: (
    words: PushWords,
    told: { readonly details: boolean; readonly language: Language; readonly zone: string },
  ) => Notice;
}

/** Tells whoever may act on something and wants to be told, in their language. Where nobody wants to, it costs one look. */
export async function tellDevices(
  transaction: Transaction,
  context: TellContext & Pick<Context, 'given'>,
  { kind, roles, userId, say }: TellDevices,
): Promise<void> {
  const devices: readonly Wanting[] = await wantingDevices(transaction, kind, roles, userId);
  if (devices.length === 0) return;
  const studio = await readStudio(transaction, context);
  for (const { id, details, language: tag } of devices) {
    const language = nearestLanguage(tag ?? studio.language);
    await tellDevice(
      transaction,
      context,
      id,
      say(PUSH_WORDS[language], { details, language, zone: studio.zone }),
    );
  }
}

import { deleteDemoStudio, lockStudio, saveStudio } from '@atelier/database/studio/studio-store';
import { transact } from '@atelier/database/transaction';
import type { Services } from '@atelier/runtime/services';
import { STUDIO_ZONE } from '@atelier/testkit/demo-studio';
import { OPERATOR } from '@atelier/usecases/actor';
import { listConnections } from '@atelier/usecases/connections/list-connections';
import { expectDone } from '../run.ts';

/** A number that nobody can have, and a mailbox that lies nowhere. */
const DEMO_STUDIO = {
  name: 'Studio Aubépine',
  address: 'Rue de la Démo 1\n1200 Genève',
  phone: '+41 22 000 00 00',
  zone: STUDIO_ZONE,
  language: 'en',
  sender: 'demo@atelier.local',
  url: '',
  senderRead: true,
  replies: 'artist',
  demo: true,
} as const;

/** Says of the demo studio what a studio says of itself; one with accounts of its own is left alone. */
export async function tellDemo({ context }: Services): Promise<void> {
  const own = expectDone(await listConnections(context, OPERATOR)).some(({ demo }) => !demo);
  if (own) return;
  await transact(context.database, async (transaction) => {
    if (await lockStudio(transaction)) return;
    await saveStudio(transaction, DEMO_STUDIO, context.clock());
    transaction.announce({ topic: 'studio' });
  });
}

/** Takes it out again, unless somebody has made it their own: the real studio is then asked. */
export async function untellDemo({ context }: Services): Promise<void> {
  await transact(context.database, async (transaction) => {
    if (await deleteDemoStudio(transaction)) transaction.announce({ topic: 'studio' });
  });
}

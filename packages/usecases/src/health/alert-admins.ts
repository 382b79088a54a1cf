import {
  type AlertedConnection,
  type AlertOccasion,
  connectionsToAlert,
  takeAlert,
} from '@atelier/database/account/connection-alert';
import type { ItemJob } from '@atelier/database/jobs/item-job';
import { addMail } from '@atelier/database/mail/mail-store';
import { admins } from '@atelier/database/people/readers';
import { type Transaction, transact } from '@atelier/database/transaction';
import type { Context } from '../context.ts';
import { tellDevices } from '../notify/tell-devices.ts';
import { readStudio } from '../studio/read-studio.ts';
import { type Alerted, alertText } from './alert-text.ts';

export type AlertContext = Pick<Context, 'database' | 'clock' | 'newId' | 'given'>;

/**
 * Tells every admin once that a connection stays broken, and once that it works again. A refused password is told at
 * once, for nothing is tried until somebody acts.
 */
export const alertAdmins: ItemJob<AlertContext> = {
  due: ({ database, clock }) => connectionsToAlert(database, clock()),
  work: (context, id) =>
    transact(context.database, async (transaction) => {
      for (const occasion of OCCASIONS) await alert(transaction, context, occasion, id);
    }),
};

const DAY_MS = 86_400_000;
const OCCASIONS = ['broken', 'healed'] as const;

async function alert(
  transaction: Transaction,
  context: AlertContext,
  occasion: AlertOccasion,
  id: string,
): Promise<void> {
  const connection = await takeAlert(transaction, occasion, id, context.clock());
  if (!connection) return;
  await mailAll(context, transaction, occasion, connection);
  if (occasion === 'broken') await tellAll(context, transaction, connection);
}

/** Beside the mail, on the devices of whoever wants it. */
async function tellAll(
  context: AlertContext,
  transaction: Transaction,
  { id, name, since }: AlertedConnection,
): Promise<void> {
  const at = context.clock();
  await tellDevices(transaction, context, {
    kind: 'trouble',
    roles: ['ADMIN'],
    userId: null,
    say: ({ trouble }, { details }) => ({
      once: `broken:${id}:${since.toISOString()}`,
      title: trouble.title,
      body: details ? trouble.body({ name }) : trouble.hidden,
      path: '/connections',
      at,
      validUntil: new Date(at.getTime() + DAY_MS),
    }),
  });
}

async function mailAll(
  context: AlertContext,
  transaction: Transaction,
  occasion: AlertOccasion,
  connection: AlertedConnection,
): Promise<void> {
  const { clock, newId } = context;
  const { zone, url, language: ours } = await readStudio(transaction, context);
  for (const { id, email, language } of await admins(transaction)) {
    const alerted: Alerted = { ...connection, host: hostOf(connection.host), zone, url };
    const { subject, body } = alertText(occasion, language ?? ours, alerted);
    const once = `${occasion}:${connection.id}:${connection.since.toISOString()}:${id}`;
    // That it works again makes old news of its being broken.
    const about = { thread: `connection:${connection.id}` };
    await addMail(transaction, { id: newId(), once, recipient: email, subject, body, about }, clock());
  }
}

/** The address may hold a path with a user's name; the host is enough. */
function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}

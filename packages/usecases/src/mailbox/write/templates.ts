import {
  findMailTemplate,
  type MailTemplateRow,
  mailTemplatesOf,
  removeMailTemplate,
  saveMailTemplate,
} from '@atelier/database/mailbox/template-store';
import { transact } from '@atelier/database/transaction';
import { type Actor, isAdmin, isPerson } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import { asLine } from '../../plain-text.ts';

type TemplateContext = Pick<Context, 'database' | 'clock'>;

/** What the studio writes all day, and what this person does. */
export async function listTemplates(
  { database }: Pick<Context, 'database'>,
  actor: Actor,
): Promise<readonly MailTemplateRow[]> {
  return mailTemplatesOf(database, isPerson(actor) ? actor.userId : null);
}

export interface SaveTemplate {
  /** Made by whoever writes it. */
  readonly id: string;
  readonly name: string;
  readonly subject: string;
  /** With fields such as `{client}`. */
  readonly text: string;
  /** For everybody; admins alone. */
  readonly shared: boolean;
}

export async function saveTemplate(
  { database, clock }: TemplateContext,
  actor: Actor,
  { shared, ...template }: SaveTemplate,
): Promise<Outcome<{ readonly id: string }>> {
  const there = await findMailTemplate(database, template.id);
  const allowed = mayChange(actor, there, shared);
  if (!allowed.ok) return allowed;
  const ownerId = shared ? null : actor.userId;
  await transact(database, async (transaction) => {
    const name = asLine(template.name);
    await saveMailTemplate(transaction, { ...template, name, ownerId, updatedAt: clock() });
    transaction.announce(
      shared || there?.ownerId === null ? { topic: 'studio' } : { topic: 'self', userId: actor.userId },
    );
  });
  return done({ id: template.id });
}

export async function removeTemplate(
  { database }: Pick<Context, 'database'>,
  actor: Actor,
  id: string,
): Promise<Outcome<{ readonly id: string }>> {
  const there = await findMailTemplate(database, id);
  if (!there) return refusedFor('not-found', 'no-template');
  const allowed = mayChange(actor, there, false);
  if (!allowed.ok) return allowed;
  await transact(database, async (transaction) => {
    await removeMailTemplate(transaction, id);
    transaction.announce(
      there.ownerId === null ? { topic: 'studio' } : { topic: 'self', userId: actor.userId },
    );
  });
  return done({ id });
}

/** Of another person's own nobody learns that it is there. */
function mayChange(actor: Actor, there: MailTemplateRow | null, shared: boolean): Outcome<null> {
  if (there && there.ownerId !== null && there.ownerId !== actor.userId)
    return refusedFor('not-found', 'no-template');
  if ((shared || there?.ownerId === null) && !isAdmin(actor)) return refusedFor('forbidden', 'admins-only');
  return done(null);
}

import type { Queryable } from '../database.ts';
import type { Transaction } from '../transaction.ts';

/** What is written again and again. */
export interface MailTemplateRow {
  readonly id: string;
  /** Null: everybody's. */
  readonly ownerId: string | null;
  readonly name: string;
  readonly subject: string;
  readonly text: string;
}

/** Everybody's, and this person's own, by their names. @param userId null: everybody's alone. */
export async function mailTemplatesOf(
  { prisma }: Queryable,
  userId: string | null,
): Promise<readonly MailTemplateRow[]> {
  return prisma.mailTemplate.findMany({
    where: { OR: [{ ownerId: null }, ...(userId === null ? [] : [{ ownerId: userId }])] },
    select: { id: true, ownerId: true, name: true, subject: true, text: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
}

export async function findMailTemplate({ prisma }: Queryable, id: string): Promise<MailTemplateRow | null> {
  return prisma.mailTemplate.findUnique({
    where: { id },
    select: { id: true, ownerId: true, name: true, subject: true, text: true },
  });
}

export async function saveMailTemplate(
  { prisma }: Transaction,
  { id, ...template }: MailTemplateRow & { readonly updatedAt: Date },
): Promise<void> {
  await prisma.mailTemplate.upsert({
    where: { id },
    create: { id, ...template },
    update: template,
    select: { id: true },
  });
}

export async function removeMailTemplate({ prisma }: Transaction, id: string): Promise<void> {
  await prisma.mailTemplate.deleteMany({ where: { id } });
}

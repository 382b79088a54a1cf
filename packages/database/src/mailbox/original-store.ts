import type { Queryable } from '../database.ts';

export interface OriginalRow {
  readonly messageId: string | null;
  readonly references: readonly string[];
}

/** What an answer has to name of the message that it answers. */
export async function messageOf({ prisma }: Queryable, id: string): Promise<OriginalRow | null> {
  return prisma.mailMessage.findUnique({ where: { id }, select: { messageId: true, references: true } });
}

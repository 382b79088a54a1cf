import type { Prisma } from './generated/client.ts';

/** What only we write, and so know more of than the schema does: the shape of JSON, the words that a text can be. */
export function asKnown<Shape>(value: Prisma.JsonValue): Shape {
  return value as Shape;
}

/** What is kept as JSON: it consists of nothing else, which types of ours cannot say. */
export function toJson(value: object): Prisma.InputJsonValue {
  return value as Prisma.InputJsonValue;
}

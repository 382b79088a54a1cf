/** A message that goes from program to program for years names no more than this of its ancestors. */
const MOST = 100;
const MOST_LETTERS = 998;

/** The ids of a References or In-Reply-To header, in order and each once (RFC 5322, 3.6.4), without angle brackets. */
export function messageIds(header: string): readonly string[] {
  const found = header.match(/<[^<>\s\p{C}]{1,998}>/gu) ?? [];
  return [...new Set(found.map((id) => id.slice(1, -1)))].slice(-MOST);
}

/** One id, with or without brackets, or null. */
export function messageId(header: string | null | undefined): string | null {
  const text = (header ?? '').trim();
  const id = /<([^<>\s]+)>/.exec(text)?.[1] ?? text;
  return id === '' || /[\s\p{C}]/u.test(id) || id.length > MOST_LETTERS ? null : id;
}

/** What a message answers, its parent last: References, then In-Reply-To where that says more. */
export function ancestors(references: string, inReplyTo: string): readonly string[] {
  const chain = messageIds(references);
  const parents = messageIds(inReplyTo).filter((id) => !chain.includes(id));
  return [...chain, ...parents.slice(0, 1)];
}

/** References of an answer: the first and the last twenty are enough to find the conversation, and a line stays short. */
export function answerReferences(parent: {
  readonly messageId: string | null;
  readonly references: readonly string[];
}) {
  const chain = parent.references.filter((id) => id !== parent.messageId);
  if (parent.messageId !== null) chain.push(parent.messageId);
  return chain.length <= 21 ? chain : [...chain.slice(0, 1), ...chain.slice(-20)];
}

/** The plain address in `Studio <mail@example.org>` or `mail@example.org`. */
export function addressOf(sender: string): string {
  return (/<([^<>]*)>\s*$/.exec(sender)?.[1] ?? sender).trim();
}

/** The name in front of the address; empty where there is none. */
export function nameOfSender(sender: string): string {
  const [, name = ''] = /^(.*)<[^<>]*>\s*$/.exec(sender) ?? [];
  return name.trim().replaceAll(/^"|"$/g, '');
}

/** One plain address, with or without a name in front. */
export function isSender(text: string): boolean {
  const plain = /^[^\s@,;:<>"\p{C}]+@[^\s@,;:<>"\p{C}]+$/u.test(addressOf(text));
  return plain && /^[^<>\r\n]*(<[^<>]*>)?\s*$/.test(text);
}

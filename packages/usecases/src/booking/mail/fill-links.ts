import type { SecretBox } from '../../context.ts';

interface SealedMail {
  readonly id: string;
  readonly body: string;
  readonly links: string | null;
}

/**
 * The text of a mail with its links in their places. Throws when they were sealed with a secret that is not there any
 * more: half a mail is not to be sent.
 */
export function fillLinks(secrets: SecretBox, { id, body, links }: SealedMail): string {
  if (links === null) return body;
  const urls = JSON.parse(secrets.open(links, id)) as Readonly<Record<string, string>>;
  return body.replaceAll(/^\{(\w+)\}$/gm, (line, name: string) => urls[name] ?? line);
}

/** How programs of many languages mark answers and forwarded mail: Re, AW, RÉF, SV, Antw, ODP, RIF, 回复 and others. */
const REPLY = 're|ré|rép|aw|antw|sv|vs|odp|rif|r|res|ynt|回复|答复|返信';
const FORWARD = 'fwd?|fw|tr|wg|doorst|vb|vl|pd|rv|enc|i|ilt|转发|転送';
const PREFIX = new RegExp(`^\\s*(?:(${REPLY})|(?:${FORWARD}))(?:\\s*[\\[(]\\d+[\\])])?\\s*[:：]\\s*`, 'iu');
/** Where programs of a language put one letter for "answer" (Italian), a subject "R: ..." is one too. */
const LIST_TAG = /^\s*\[[^\][]{1,40}\]\s*/u;

export interface BaseSubject {
  /** Without any prefix. */
  readonly base: string;
  /** It began with a prefix of an answer. */
  readonly reply: boolean;
}

export function baseSubject(subject: string): BaseSubject {
  let base = subject.trim();
  let reply = false;
  for (;;) {
    const prefix = PREFIX.exec(base);
    if (prefix) {
      reply ||= prefix[1] !== undefined;
      base = base.slice(prefix[0].length);
      continue;
    }
    const tag = LIST_TAG.exec(base);
    // A tag alone is the subject, and one that no prefix follows says something.
    const behind = tag ? base.slice(tag[0].length) : '';
    if (!tag || !PREFIX.test(behind)) return { base: base.trim(), reply };
    base = behind;
  }
}

/** One prefix, not in any language: programs know it everywhere (RFC 5322, 3.6.5). */
export function replySubject(subject: string): string {
  return `Re: ${baseSubject(subject).base}`.trim();
}

export function forwardSubject(subject: string): string {
  return `Fwd: ${baseSubject(subject).base}`.trim();
}

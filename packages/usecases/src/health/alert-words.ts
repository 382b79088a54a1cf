export interface AlertWords {
  readonly name: string;
  readonly host: string;
  readonly owner: string;
  readonly since: Date;
  readonly message: string;
  readonly hint: string;
  /** IANA zone that times are told in. */
  readonly zone: string;
  /** Address of Atelier itself, for a link. */
  readonly url: string;
}

type Texts = {
  readonly [Occasion in 'broken' | 'healed']: (
    words: AlertWords,
    since: string,
  ) => { subject: string; lines: string[] };
};

const EN: Texts = {
  broken: ({ name, host, owner, message, hint }, since) => ({
    subject: `Calendars of ${name} are not in step`,
    lines: [
      `The account “${name}” (${host}, ${owner}) has not answered as it should since ${since}.`,
      '',
      message,
      hint,
      '',
      'Everything that was here stays, and the agenda goes on. Changes made here wait and are sent when the account answers again.',
      'You will hear once more, when it works again.',
    ],
  }),
  healed: ({ name, host, owner }) => ({
    subject: `Calendars of ${name} are in step again`,
    lines: [
      `The account “${name}” (${host}, ${owner}) answers again. What waited has been sent; nothing needs to be done.`,
    ],
  }),
};

const FR: Texts = {
  broken: ({ name, host, owner, message, hint }, since) => ({
    subject: `Les agendas de ${name} ne sont plus synchronisés`,
    lines: [
      `Le compte « ${name} » (${host}, ${owner}) ne répond plus comme il faut depuis le ${since}.`,
      '',
      message,
      hint,
      '',
      'Tout ce qui était ici reste, et l’agenda continue. Les changements faits ici attendent et partiront dès que le compte répondra.',
      'Vous recevrez encore un message, quand tout remarchera.',
    ],
  }),
  healed: ({ name, host, owner }) => ({
    subject: `Les agendas de ${name} sont de nouveau synchronisés`,
    lines: [
      `Le compte « ${name} » (${host}, ${owner}) répond de nouveau. Ce qui attendait est parti ; il n’y a rien à faire.`,
    ],
  }),
};

/** Subject and plain text of an alert, in the language of its reader. */
export function alertWords(
  occasion: 'broken' | 'healed',
  language: string | null,
  words: AlertWords,
): { readonly subject: string; readonly body: string } {
  const french = language?.startsWith('fr') === true;
  const since = words.since.toLocaleString(french ? 'fr' : 'en', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: words.zone,
  });
  const name = oneLine(words.name);
  const { subject, lines } = (french ? FR : EN)[occasion]({ ...words, name }, since);
  const link = ['', new URL('/health', words.url).href];
  return { subject, body: [...lines, ...link, ''].join('\n') };
}

/** A name is somebody's input, and a header has one line. */
function oneLine(text: string): string {
  return text.replace(/[\x00-\x1F\x7F]+/g, ' ').slice(0, 200);
}

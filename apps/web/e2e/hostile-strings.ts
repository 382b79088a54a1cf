/** What every hostile string would leave behind in a page: an element with this class, or a call of this function. */
export const MARK = 'hostile';

const CALL = `${MARK}(1)`;
const IMAGE = `<img class=${MARK} src=x onerror=${CALL}>`;

/** Each is made to be code in some place or other: in text, in an attribute, in a script, in an address, in CSS. */
const STRINGS: readonly string[] = [
  `<script class=${MARK}>${CALL}</script>`,
  `<SCRIPT CLASS=${MARK}>${CALL}</SCRIPT >`,
  `<scr<script>ipt class=${MARK}>${CALL}</scr</script>ipt>`,
  `<script/class=${MARK}/src=data:,${CALL}></script>`,
  IMAGE,
  `<img class=${MARK} src=1 oNeRrOr=${CALL}//`,
  `<img/class=${MARK}/src/onerror=${CALL}>`,
  `<svg class=${MARK} onload=${CALL}>`,
  `<svg class=${MARK}><script>${CALL}</script></svg>`,
  `<svg class=${MARK}><animate onbegin=${CALL} attributeName=x dur=1s>`,
  `<svg class=${MARK}><a xlink:href="javascript:${CALL}"><text>x</text></a></svg>`,
  `<svg class=${MARK}><set onbegin=${CALL} attributename=x>`,
  `<svg class=${MARK}><use href="data:image/svg+xml,<svg id='x' onload='${CALL}'/>#x">`,
  `<math class=${MARK}><mtext></table></mtext><mglyph><style><!--</style>${IMAGE}`,
  `<math class=${MARK} href="javascript:${CALL}">x</math>`,
  `<iframe class=${MARK} srcdoc="<script>parent.${CALL}</script>"></iframe>`,
  `<iframe class=${MARK} src="javascript:parent.${CALL}"></iframe>`,
  `<object class=${MARK} data="javascript:${CALL}"></object>`,
  `<embed class=${MARK} src="javascript:${CALL}">`,
  `<body class=${MARK} onload=${CALL}>`,
  `<details class=${MARK} open ontoggle=${CALL}>`,
  `<video class=${MARK}><source onerror=${CALL}></video>`,
  `<audio class=${MARK} src onerror=${CALL}>`,
  `<marquee class=${MARK} onstart=${CALL}>`,
  `<input class=${MARK} autofocus onfocus=${CALL}>`,
  `<select class=${MARK} autofocus onfocus=${CALL}>`,
  `<textarea class=${MARK} autofocus onfocus=${CALL}>`,
  `<form class=${MARK}><button formaction="javascript:${CALL}">x</button></form>`,
  `<a class=${MARK} href="javascript:${CALL}">x</a>`,
  `<a class=${MARK} href="java&#10;script:${CALL}">x</a>`,
  `<a class=${MARK} href="&#x6A;avascript:${CALL}">x</a>`,
  `<a class=${MARK} href="data:text/html,<script>${CALL}</script>">x</a>`,
  `<meta class=${MARK} http-equiv=refresh content="0;url=javascript:${CALL}">`,
  `<base class=${MARK} href="//evil.example/">`,
  `<link class=${MARK} rel=stylesheet href="data:text/css,*{color:red}">`,
  `<style class=${MARK}>*{background:url(//evil.example)}</style>`,
  `<div class=${MARK} style="background:url(javascript:${CALL})">`,
  `<div class=${MARK} onpointerover=${CALL} style="position:fixed;inset:0">`,
  `<template class=${MARK}>${IMAGE}</template>`,
  `<noscript><p title="</noscript>${IMAGE}">`,
  `<textarea></textarea>${IMAGE}`,
  `<title></title>${IMAGE}`,
  `<xmp></xmp>${IMAGE}`,
  `<!--><img class=${MARK} src=x onerror=${CALL}>-->`,
  `<![CDATA[>${IMAGE}]]>`,
  `<?xml?>${IMAGE}`,
  `\u0000${IMAGE}`,
  `\uFF1Cimg class=${MARK} src=x onerror=${CALL}\uFF1E`,
  `&lt;img class=${MARK} src=x onerror=${CALL}&gt;`,
  `&#60;img class=${MARK} src=x onerror=${CALL}&#62;`,
  `\\u003cimg class=${MARK} src=x onerror=${CALL}\\u003e`,
  `%3Cimg class=${MARK} src=x onerror=${CALL}%3E`,
  `javascript:${CALL}`,
  `JaVaScRiPt:${CALL}`,
  `java\tscript:${CALL}`,
  `data:text/html,<script>${CALL}</script>`,
  `vbscript:${CALL}`,
  `{{constructor.constructor('${CALL}')()}}`,
  `\${${CALL}}`,
  `#{${CALL}}`,
  `<%= ${CALL} %>`,
  `{"__proto__":{"${MARK}":1}}`,
];

/** Ways out of where a text is put: an attribute, a script, a comment, an element that holds text alone. */
const WAYS_OUT = ['', '">', "'>", '</title></textarea></script></style>', '-->'];

/** All of them, 310, each with its number, by which one is found again. */
export const HOSTILE: readonly string[] = WAYS_OUT.flatMap((out) =>
  STRINGS.map((text) => `${out}${text}`),
).map((text, n) => `${n} ${text}`);

/** As the value of a TEXT property stands in a calendar file (RFC 5545 3.3.11). */
const textValue = (text: string) =>
  text
    .replaceAll('\u0000', '')
    .replaceAll(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');
/** As the value of a parameter (3.2): no quotes, no control characters. */
const parameter = (text: string) => `"${text.replaceAll(/["\u0000\t]/g, '')}"`;

/** An event that says something hostile wherever an event says something. @param day ISO date @param from the first of eight strings */
export function hostileEvent(uid: string, day: string, from: number): string {
  const at = (n: number) => HOSTILE[(from + n) % HOSTILE.length] ?? '';
  const hour = String(6 + (from % 12)).padStart(2, '0');
  const date = day.replaceAll('-', '');
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Elsewhere//EN',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    'DTSTAMP:20260101T000000Z',
    `DTSTART:${date}T${hour}0000Z`,
    `DTEND:${date}T${hour}4500Z`,
    `SUMMARY:${textValue(at(0))}`,
    `LOCATION:${textValue(at(1))}`,
    `DESCRIPTION:${textValue(at(2))}`,
    `CATEGORIES:${textValue(at(3))}`,
    `COLOR:${textValue(at(4))}`,
    `URL:${at(5).replaceAll(/[\u0000\t]/g, '')}`,
    `X-ALT-DESC;FMTTYPE=text/html:${textValue(at(6))}`,
    `ORGANIZER;CN=${parameter(at(7))}:mailto:boss@example.com`,
    `ATTENDEE;CN=${parameter(at(0))};PARTSTAT=TENTATIVE:mailto:guest@example.com`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
}

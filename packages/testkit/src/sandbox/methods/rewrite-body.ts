const STAMP = 'X-SANDBOX-REWRITTEN:TRUE';

/**
 * The same event in other bytes, as servers that parse and print do it: another PRODID, a property of
 * their own at the end of each component. Doing it twice changes nothing more.
 */
export function rewriteBody(body: string): string {
  const printed = body.replace(/^PRODID:.*$/m, 'PRODID:-//Sandbox//Rewriter//EN');
  if (printed.includes(STAMP)) return printed;
  return printed.replace(/^END:VEVENT$/gm, `${STAMP}\r\nEND:VEVENT`).replace(/\r?\n/g, '\r\n');
}

/**
 * Addresses that end in one mailbox nearly everywhere: small letters and capitals are the same, and what follows a plus
 * sign is a mark of its owner's. Dots stay: at most providers they tell two people apart.
 */
export function mailboxOf(email: string): string {
  return email
    .trim()
    .toLowerCase()
    .replace(/\+[^@]*@/, '@');
}

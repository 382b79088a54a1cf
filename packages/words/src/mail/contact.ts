/** How a client reaches the studio; every text that says so takes it, and none promises what is not there. */
export type Contact =
  | { readonly kind: 'phone'; readonly phone: string }
  /** Somebody reads the answers to this mail. */
  | { readonly kind: 'mail' }
  | { readonly kind: 'none' };

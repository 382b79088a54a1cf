import type { Context } from '../context.ts';

export interface InquiryContext extends Context {
  /** Where this installation is reached; null when it is not known, and addresses have no host then. */
  readonly publicUrl: string | null;
}

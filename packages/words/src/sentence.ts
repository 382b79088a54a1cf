/** What happened and what was kept, and what to do next. */
export interface Sentence {
  readonly message: string;
  readonly hint?: string;
}

export function says(message: string, hint?: string): Sentence {
  return hint === undefined ? { message } : { message, hint };
}

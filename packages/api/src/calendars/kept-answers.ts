/** Answers that are kept by what they depend on, and made once however many ask for them at the same time. */
export interface KeptAnswers {
  /** The answer of this key; made where it is not kept. One that could not be made is not kept. */
  get(key: string, make: () => Promise<Buffer>): Promise<Buffer>;
}

/**
 * Nothing here is ever out of date, for a key names the revision of all that an answer was made from; so answers need not
 * be taken out when something changes, and those that nobody asks for any more make room.
 * @param mostBytes of all answers together.
 */
export function openKeptAnswers(mostBytes: number): KeptAnswers {
  // A Map keeps the order in which keys came: the one that was used longest ago is the first.
  const kept = new Map<string, Buffer>();
  const making = new Map<string, Promise<Buffer>>();
  let bytes = 0;

  function keep(key: string, answer: Buffer): void {
    kept.set(key, answer);
    bytes += answer.byteLength;
    for (const [oldest, { byteLength }] of kept) {
      if (bytes <= mostBytes) return;
      kept.delete(oldest);
      bytes -= byteLength;
    }
  }

  async function made(key: string, make: () => Promise<Buffer>): Promise<Buffer> {
    try {
      const answer = await make();
      keep(key, answer);
      return answer;
    } finally {
      making.delete(key);
    }
  }

  return {
    async get(key, make) {
      const known = kept.get(key);
      if (known) {
        kept.delete(key);
        kept.set(key, known);
        return known;
      }
      const underway = making.get(key) ?? made(key, make);
      making.set(key, underway);
      return underway;
    },
  };
}

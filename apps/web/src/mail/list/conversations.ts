import type { PlacedMail } from '../../api/answers.ts';

/** What of one conversation lies in the list, as one row. */
export interface Conversation {
  readonly threadId: string;
  /** The newest. */
  readonly head: PlacedMail;
  readonly ids: readonly string[];
  readonly seen: boolean;
  readonly flagged: boolean;
  readonly hasAttachment: boolean;
  readonly hasInvitation: boolean;
}

/** @param messages the newest first; so are the rows, each by its newest message. */
export function conversationsOf(messages: readonly PlacedMail[]): readonly Conversation[] {
  return [...Map.groupBy(messages, ({ threadId }) => threadId)].flatMap(([threadId, members]) => {
    const [head] = members;
    if (!head) return [];
    return [
      {
        threadId,
        head,
        ids: members.map(({ id }) => id),
        seen: members.every(({ seen }) => seen),
        flagged: members.some(({ flagged }) => flagged),
        hasAttachment: members.some((one) => one.hasAttachment),
        hasInvitation: members.some((one) => one.hasInvitation),
      },
    ];
  });
}

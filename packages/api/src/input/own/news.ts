import { z } from 'zod';

const ADDRESS = z.string().trim().min(1).max(2_000);

export const listNewsInput = z.object({
  /** Null: every feed that this person sees. */
  feedId: z.uuid().nullable(),
  before: z.string().max(80).nullable(),
  limit: z.number().int().min(1).max(100),
});

export const findFeedsInput = z.object({ address: ADDRESS });
export const addFeedInput = z.object({ address: ADDRESS, forAll: z.boolean() });
export const changeFeedInput = z.object({
  feedId: z.uuid(),
  shown: z.boolean().optional(),
  forAll: z.boolean().optional(),
});
export const feedIdInput = z.object({ feedId: z.uuid() });
/** Null: everything. */
export const readNewsInput = z.object({ ids: z.array(z.uuid()).min(1).max(200).nullable() });

/** A list of feeds, as text: a file of another charset is rare, and small. */
export const opmlInput = z.object({ opml: z.string().max(1_200_000) });
export const importFeedsInput = z.object({
  feeds: z
    .array(
      z.object({ url: z.url({ protocol: /^https?$/ }).max(2_000), title: z.string().trim().min(1).max(200) }),
    )
    .min(1)
    .max(500),
  forAll: z.boolean(),
});

import { trpc } from '../api/trpc.ts';

export type Bookable = NonNullable<ReturnType<typeof useBookable>['artists']>[number];

/** The artists who can be booked, with their services, as clients see them. */
export function useBookable() {
  const { data, error } = trpc.booking.studio.useQuery();
  return { artists: data?.artists, error };
}

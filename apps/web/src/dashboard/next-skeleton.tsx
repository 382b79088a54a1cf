import { useReader } from '../language/studio-reader.ts';
import { Skeleton } from '../ui/display/skeleton.tsx';

/** As high as the list that will stand here. */
export function NextSkeleton({ rows }: { readonly rows: number }) {
  const { words } = useReader();
  return (
    <div className="px-5 pt-4 pb-3">
      <p role="status" className="sr-only">
        {words.common.loading}
      </p>
      <Skeleton className="mb-3 h-4 w-40" />
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="flex min-h-14 gap-3 py-2">
          <Skeleton className="h-9 w-14" />
          <Skeleton className="w-1" />
          <div className="flex-1 space-y-2">
            <Skeleton className="h-4 w-2/5" />
            <Skeleton className="h-3.5 w-3/5" />
          </div>
        </div>
      ))}
    </div>
  );
}

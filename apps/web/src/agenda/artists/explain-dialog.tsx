import { trpc } from '../../api/trpc.ts';
import { useReader } from '../../language/studio-reader.ts';
import { ExplainDay } from '../../studio/explain/explain-section.tsx';
import { Dialog } from '../../ui/overlay/dialog.tsx';

interface ExplainDialogProps {
  /** Of the artist; null shows nothing. */
  readonly slug: string | null;
  /** ISO date. */
  readonly date: string;
  readonly onClose: () => void;
}

/** Why a time of an artist is open to clients, or closed. */
export function ExplainDialog({ slug, date, onClose }: ExplainDialogProps) {
  const { words } = useReader();
  const { data } = trpc.artists.list.useQuery();
  const artist = data?.find((each) => each.slug === slug);
  return (
    <Dialog open={slug !== null} onClose={onClose} title={words.explain.title} lead={artist?.name}>
      {artist && <ExplainDay key={`${slug} ${date}`} artist={artist} from={date} />}
    </Dialog>
  );
}

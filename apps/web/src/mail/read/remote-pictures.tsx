import { ImageOff } from 'lucide-react';
import type { OpenedMail } from '../../api/answers.ts';
import { trpc } from '../../api/trpc.ts';
import { useProblemToast } from '../../calendars/use-sync-now.ts';
import { useReader } from '../../language/studio-reader.ts';
import { Button } from '../../ui/controls/button.tsx';

interface RemotePicturesProps {
  readonly mail: OpenedMail;
  readonly count: number;
}

/** Pictures from elsewhere tell their sender that somebody reads: they are loaded when somebody says so (M4). */
export function RemotePictures({ mail: { id, from, ownedUp }, count }: RemotePicturesProps) {
  const { words } = useReader();
  const onError = useProblemToast();
  const utils = trpc.useUtils();
  const show = trpc.mailboxes.showPictures.useMutation({
    onError,
    onSuccess: () => utils.mailboxes.open.invalidate(),
  });
  const [sender] = from;
  return (
    <div className="flex flex-wrap items-center gap-2 rounded-xl bg-sunken px-3 py-2 text-[13px]">
      <ImageOff aria-hidden className="size-4 shrink-0 text-soft" />
      <p className="min-w-48 flex-1 text-soft">{words.mailbox.remote({ count })}</p>
      <Button size="small" disabled={show.isPending} onClick={() => show.mutate({ id, always: false })}>
        {words.mailbox.showPictures}
      </Button>
      {sender && ownedUp && (
        <Button
          size="small"
          look="quiet"
          disabled={show.isPending}
          onClick={() => show.mutate({ id, always: true })}
        >
          {words.mailbox.alwaysPictures({ name: sender.name || sender.address })}
        </Button>
      )}
    </div>
  );
}

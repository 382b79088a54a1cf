import { LoaderCircle, Paperclip, X } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { toast } from 'sonner';
import { trpc } from '../../api/trpc.ts';
import { useProblemToast } from '../../calendars/use-sync-now.ts';
import { useReader } from '../../language/studio-reader.ts';
import { useFormats } from '../../language/use-formats.ts';
import { classNames } from '../../ui/class-names.ts';
import { buttonClass } from '../../ui/controls/button.tsx';
import { useDrop } from '../../ui/use-drop.ts';

interface DraftFilesProps {
  readonly id: string;
  /** It is at the server, and may have files. */
  readonly kept: boolean;
  readonly keep: () => Promise<void>;
  /** Those of the message that is sent on come along. */
  readonly takes: boolean;
}

/** The files that go along: chosen, or dropped here. */
export function DraftFiles({ id, kept, keep, takes }: DraftFilesProps) {
  const { words } = useReader();
  const { size } = useFormats();
  const field = useId();
  const onError = useProblemToast();
  const { uploading, attach } = useAttaching(id, keep);
  const taking = useTakingFiles(id, keep, takes);
  const { over, target } = useDrop((files) => void attach(files));
  const { data } = trpc.outgoing.see.useQuery({ id }, { enabled: kept });
  const detach = trpc.outgoing.detach.useMutation({ onError });
  return (
    <div
      {...target}
      className={classNames(
        'flex flex-wrap items-center gap-2 rounded-xl border border-dashed p-2',
        over ? 'border-accent bg-accent-soft' : 'border-line',
      )}
    >
      <input
        id={field}
        type="file"
        multiple
        className="peer sr-only"
        onChange={({ target: input }) => {
          void attach([...(input.files ?? [])]);
          input.value = '';
        }}
      />
      <label
        htmlFor={field}
        className={classNames(
          buttonClass('quiet', 'small'),
          'cursor-pointer outline-offset-2 outline-accent peer-focus-visible:outline-2',
        )}
      >
        <Paperclip aria-hidden className="size-4" />
        {words.outgoing.attach}
      </label>
      {data?.files.map((file) => (
        <span
          key={file.id}
          className="inline-flex max-w-full items-center gap-1.5 rounded-lg bg-sunken px-2 py-1 text-[13px]"
        >
          <span className="truncate">{file.name}</span>
          <span className="text-soft">{size(file.size)}</span>
          <button
            type="button"
            aria-label={words.outgoing.detach({ name: file.name })}
            onClick={() => detach.mutate({ id: file.id })}
            className="rounded-full p-0.5 text-soft hover:text-ink"
          >
            <X aria-hidden className="size-3.5" />
          </button>
        </span>
      ))}
      {taking && (
        <span role="status" className="inline-flex items-center gap-1.5 text-[13px] text-soft">
          <LoaderCircle aria-hidden className="size-4 animate-spin" />
          {words.outgoing.taking}
        </span>
      )}
      {uploading !== null && (
        <span role="status" className="inline-flex items-center gap-1.5 text-[13px] text-soft">
          <LoaderCircle aria-hidden className="size-4 animate-spin" />
          {words.outgoing.uploading({ name: uploading })}
        </span>
      )}
    </div>
  );
}

/** Once, when the form opens. @returns whether they are on the way. */
function useTakingFiles(id: string, keep: () => Promise<void>, takes: boolean): boolean {
  const utils = trpc.useUtils();
  const onError = useProblemToast();
  const [taking, setTaking] = useState(takes);
  const latest = useRef({ keep, onError });
  const begun = useRef(false);
  useEffect(() => {
    latest.current = { keep, onError };
  });
  useEffect(() => {
    if (!takes || begun.current) return;
    begun.current = true;
    latest.current
      .keep()
      .then(() => utils.client.outgoing.takeFiles.mutate({ id }))
      .catch((error: unknown) => latest.current.onError(error))
      .finally(() => {
        setTaking(false);
        void utils.outgoing.see.invalidate({ id });
      });
  }, [takes, id, utils]);
  return taking;
}

function useAttaching(id: string, keep: () => Promise<void>) {
  const { words, language } = useReader();
  const queries = trpc.useUtils();
  const onError = useProblemToast();
  const [uploading, setUploading] = useState<string | null>(null);
  async function attach(files: readonly File[]): Promise<void> {
    try {
      await keep();
      for (const file of files) {
        setUploading(file.name);
        const said = await sendFile(id, file, language);
        if (said) toast.error(said.message || words.outgoing.attachFailed, { description: said.hint });
      }
    } catch (error) {
      onError(error);
    } finally {
      setUploading(null);
      await queries.outgoing.see.invalidate({ id });
    }
  }
  return { uploading, attach };
}

/** @returns what the server says where it refuses; null where it has the file. */
async function sendFile(id: string, file: File, language: string) {
  const asked = new URLSearchParams({
    name: file.name.slice(0, 500),
    ...(file.type && { type: file.type.slice(0, 100) }),
  });
  try {
    const answer = await fetch(`/api/mail/drafts/${id}/files?${asked}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/octet-stream',
        accept: 'application/json',
        'accept-language': language,
      },
      body: file,
    });
    if (answer.ok) return null;
    const body = await answer.json();
    return { message: String(body?.error?.message ?? ''), hint: String(body?.error?.hint ?? '') };
  } catch {
    return { message: '', hint: '' };
  }
}

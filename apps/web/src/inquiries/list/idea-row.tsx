import { Link } from '@tanstack/react-router';
import { ChevronRight, Image, Lightbulb } from 'lucide-react';
import type { StudioInquiry } from '../../api/answers.ts';
import { useReader } from '../../language/studio-reader.ts';
import { AgeText } from '../../time/age-text.tsx';
import { Badge } from '../../ui/display/badge.tsx';

/** One idea in a line; all of it opens the idea. */
export function IdeaRow({ inquiry }: { readonly inquiry: StudioInquiry }) {
  const { words } = useReader();
  const { id, client, idea, artist, images, createdAt } = inquiry;
  return (
    <li className="relative flex items-center gap-3 px-5 py-3.5 transition-colors hover:bg-sunken">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Link
            to="/inquiries/$inquiryId"
            params={{ inquiryId: id }}
            className="rounded text-[15px] font-semibold after:absolute after:inset-0"
          >
            {client.name}
          </Link>
          <Badge icon={Lightbulb} tone="accent">
            {words.inquiries.idea}
          </Badge>
          {images > 0 && <Badge icon={Image}>{words.inquiries.images({ count: images })}</Badge>}
        </p>
        <p className="mt-0.5 line-clamp-2">{idea}</p>
        <p className="mt-0.5 text-[13px] text-soft">
          {artist?.name ?? words.inquiries.anyone} · <AgeText since={createdAt} />
        </p>
      </div>
      <ChevronRight aria-hidden className="size-5 shrink-0 text-soft" />
    </li>
  );
}

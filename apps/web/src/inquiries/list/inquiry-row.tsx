import { Link } from '@tanstack/react-router';
import { ChevronRight, Image } from 'lucide-react';
import type { StudioInquiry } from '../../api/answers.ts';
import { useReader } from '../../language/studio-reader.ts';
import { AgeText } from '../../time/age-text.tsx';
import { Badge } from '../../ui/display/badge.tsx';
import { INQUIRY_LOOK } from '../inquiry-look.ts';

export function InquiryRow({ inquiry }: { readonly inquiry: StudioInquiry }) {
  const { words } = useReader();
  const { id, client, idea, artist, images, placement, size, createdAt, state } = inquiry;
  const { icon, tone } = INQUIRY_LOOK[state];
  return (
    <li className="relative flex items-center gap-4 px-5 py-4 transition-colors hover:bg-sunken">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Link
            to="/inquiries/$inquiryId"
            params={{ inquiryId: id }}
            className="rounded text-[15px] font-semibold after:absolute after:inset-0"
          >
            {client.name}
          </Link>
          <Badge icon={icon} tone={tone}>
            {words.inquiries.states[state]}
          </Badge>
          {images > 0 && <Badge icon={Image}>{words.inquiries.images({ count: images })}</Badge>}
        </p>
        <p className="mt-1 line-clamp-2 max-w-prose">{idea}</p>
        <p className="mt-1 text-[13px] text-soft">
          {[artist?.name ?? words.inquiries.anyone, placement, size].filter(Boolean).join(' · ')}
          {' · '}
          <AgeText since={createdAt} />
        </p>
      </div>
      <ChevronRight aria-hidden className="size-5 shrink-0 text-soft" />
    </li>
  );
}

import { Link } from '@tanstack/react-router';
import { ChevronRight, Image } from 'lucide-react';
import type { ReactNode } from 'react';
import type { StudioInquiry } from '../../api/answers.ts';
import { useReader } from '../../language/studio-reader.ts';
import { AgeText } from '../../time/age-text.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Badge } from '../../ui/display/badge.tsx';

interface InquiryLineProps {
  readonly inquiry: StudioInquiry;
  readonly badge: ReactNode;
  /** Besides the artist; empty ones are left out. */
  readonly facts?: readonly string[];
  /** On a page of its own there is more room. */
  readonly roomy?: boolean;
}

/** One idea in a line; all of it opens the idea. */
export function InquiryLine({ inquiry, badge, facts = [], roomy = false }: InquiryLineProps) {
  const { words } = useReader();
  const { id, client, idea, artist, images, createdAt } = inquiry;
  const told = [artist?.name ?? words.inquiries.anyone, ...facts].filter(Boolean).join(' · ');
  const below = roomy ? 'mt-1' : 'mt-0.5';
  return (
    <li
      className={classNames(
        'relative flex items-center px-5 transition-colors hover:bg-sunken',
        roomy ? 'gap-4 py-4' : 'gap-3 py-3.5',
      )}
    >
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Link
            to="/inquiries/$inquiryId"
            params={{ inquiryId: id }}
            className="rounded text-[15px] font-semibold after:absolute after:inset-0"
          >
            {client.name}
          </Link>
          {badge}
          {images > 0 && <Badge icon={Image}>{words.inquiries.images({ count: images })}</Badge>}
        </p>
        <p className={classNames('line-clamp-2', below, roomy && 'max-w-prose')}>{idea}</p>
        <p className={classNames('text-[13px] text-soft', below)}>
          {told} · <AgeText since={createdAt} />
        </p>
      </div>
      <ChevronRight aria-hidden className="size-5 shrink-0 text-soft" />
    </li>
  );
}

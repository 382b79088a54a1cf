import { Lightbulb } from 'lucide-react';
import type { StudioInquiry } from '../../api/answers.ts';
import { useReader } from '../../language/studio-reader.ts';
import { Badge } from '../../ui/display/badge.tsx';
import { InquiryLine } from './inquiry-line.tsx';

/** Among requests that wait: that it is an idea has to be said. */
export function IdeaRow({ inquiry }: { readonly inquiry: StudioInquiry }) {
  const { words } = useReader();
  const badge = (
    <Badge icon={Lightbulb} tone="accent">
      {words.inquiries.idea}
    </Badge>
  );
  return <InquiryLine inquiry={inquiry} badge={badge} />;
}

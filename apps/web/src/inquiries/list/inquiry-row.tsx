import type { StudioInquiry } from '../../api/answers.ts';
import { useReader } from '../../language/studio-reader.ts';
import { Badge } from '../../ui/display/badge.tsx';
import { INQUIRY_LOOK } from '../inquiry-look.ts';
import { InquiryLine } from './inquiry-line.tsx';

/** Among ideas: how it stands, and what is known of the work. */
export function InquiryRow({ inquiry }: { readonly inquiry: StudioInquiry }) {
  const { words } = useReader();
  const { state, placement, size } = inquiry;
  const { icon, tone } = INQUIRY_LOOK[state];
  const badge = (
    <Badge icon={icon} tone={tone}>
      {words.inquiries.states[state]}
    </Badge>
  );
  return <InquiryLine inquiry={inquiry} badge={badge} facts={[placement, size]} roomy />;
}

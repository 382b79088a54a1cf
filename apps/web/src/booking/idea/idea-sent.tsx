import { Send } from 'lucide-react';
import { Button, buttonClass } from '../../ui/controls/button.tsx';
import { StepHeading } from '../frame/step-heading.tsx';
import { useMailText } from '../frame/studio-context.ts';
import { useReader } from '../language/reader.ts';
import { linkTo } from '../url/link-to.ts';
import { useSearch } from '../url/location.ts';
import type { SentIdea } from './use-send-idea.ts';

interface IdeaSentProps {
  readonly sent: SentIdea;
  readonly onAnother: () => void;
}

export function IdeaSent({ sent, onAnother }: IdeaSentProps) {
  const { words } = useReader();
  const search = useSearch();
  const text = useMailText();
  return (
    <div className="mx-auto max-w-2xl">
      <span className="mb-5 flex size-14 items-center justify-center rounded-full bg-good-soft text-good">
        <Send aria-hidden className="size-7" />
      </span>
      <StepHeading as="h1" step="sent" arrived lead={text(words.idea.doneLead)({ email: sent.email })}>
        {words.idea.doneHeading}
      </StepHeading>
      <p>{words.idea.doneLink}</p>
      <div className="mt-6 flex flex-col gap-2.5 sm:flex-row">
        <a href={linkTo(`/idea/${sent.token}`, search)} className={buttonClass('primary', 'large')}>
          {words.idea.see}
        </a>
        <Button size="large" look="quiet" onClick={onAnother}>
          {words.idea.another}
        </Button>
      </div>
    </div>
  );
}

import { Clock3, Coins, Tag } from 'lucide-react';
import { useReader } from '../language/reader.ts';

interface ServiceFactsProps {
  readonly minutes: number;
  readonly price: string | null;
  readonly deposit: string | null;
}

const ICON = 'size-4 shrink-0 text-soft';
const FACT = 'inline-flex items-center gap-1.5';

/** Length, price and deposit: told before anything is chosen. */
export function ServiceFacts({ minutes, price, deposit }: ServiceFactsProps) {
  const { words, formats } = useReader();
  return (
    <>
      <span className={FACT}>
        <Clock3 aria-hidden className={ICON} />
        <span className="sr-only">{words.common.minutes} </span>
        {formats.length(minutes)}
      </span>
      {price !== '' && (
        <span className={FACT}>
          <Tag aria-hidden className={ICON} />
          <span className="sr-only">{words.common.price} </span>
          {price ?? words.service.depends}
        </span>
      )}
      {deposit && (
        <span className={FACT}>
          <Coins aria-hidden className={ICON} />
          {words.common.deposit} {deposit}
        </span>
      )}
    </>
  );
}

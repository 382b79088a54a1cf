import type { NewsItem } from '../api/answers.ts';
import { useReader } from '../language/studio-reader.ts';
import { AgeText } from '../time/age-text.tsx';
import { classNames } from '../ui/class-names.ts';

interface NewsLineProps {
  readonly item: NewsItem;
  readonly onRead: (ids: readonly string[]) => void;
  /** With what it is about, where there is room. */
  readonly long?: boolean;
}

/** One piece of news: what, from whom, when. It opens where it was published. */
export function NewsLine({ item, onRead, long = false }: NewsLineProps) {
  const { words } = useReader();
  const { id, link, title, summary, feed, shownAt, unread } = item;
  const inside = (
    <>
      <span
        aria-hidden
        className={classNames('mt-2 size-2 shrink-0 rounded-full', unread ? 'bg-accent' : 'bg-transparent')}
      />
      <span className="min-w-0 flex-1">
        <span
          className={classNames(
            long ? 'line-clamp-2' : 'line-clamp-1',
            'break-words',
            unread && 'font-semibold',
          )}
        >
          {title || feed}
          {unread && <span className="sr-only"> ({words.news.unread})</span>}
        </span>
        {long && summary && summary !== title && (
          <span className="mt-0.5 line-clamp-2 text-[13px] break-words text-soft">{summary}</span>
        )}
        <span className="mt-0.5 flex gap-1.5 text-[13px] text-soft">
          <span className="truncate">{feed}</span>
          <span aria-hidden>·</span>
          <span className="shrink-0">
            <AgeText since={shownAt} />
          </span>
        </span>
      </span>
    </>
  );
  const look = 'flex items-start gap-3 rounded-lg px-3 py-2';
  if (link === null) return <div className={look}>{inside}</div>;
  return (
    <a
      href={link}
      target="_blank"
      rel="noopener noreferrer"
      referrerPolicy="no-referrer"
      className={classNames(look, 'transition-colors hover:bg-sunken')}
      onClick={() => unread && onRead([id])}
      onAuxClick={({ button }) => button === 1 && unread && onRead([id])}
    >
      {inside}
    </a>
  );
}

import { type SyntheticEvent, useEffect, useRef, useState } from 'react';
import { useReader } from '../../language/studio-reader.ts';

interface MessageFrameProps {
  readonly id: string;
  readonly subject: string;
}

/** Without scripts; with an origin, so that its height can be measured and its keys heard. */
const SANDBOX = 'allow-same-origin allow-popups allow-popups-to-escape-sandbox';
const FIRST_HEIGHT = 120;
/** Room for a scroll bar below a wide table. */
const BAR = 18;

/** What a message shows, in a page of its own that runs nothing and loads nothing from elsewhere (M4). */
export function MessageFrame({ id, subject }: MessageFrameProps) {
  const { words } = useReader();
  const [height, setHeight] = useState(FIRST_HEIGHT);
  const stop = useRef<() => void>(null);
  useEffect(() => () => stop.current?.(), []);
  const follow = ({ currentTarget: frame }: SyntheticEvent<HTMLIFrameElement>) => {
    const page = frame.contentDocument;
    const view = frame.contentWindow;
    if (!page || !view) return;
    stop.current?.();
    const measure = () => {
      const { scrollWidth, clientWidth } = page.documentElement;
      setHeight(Math.ceil(page.body.getBoundingClientRect().height) + (scrollWidth > clientWidth ? BAR : 2));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(page.body);
    view.addEventListener('keydown', passOn);
    measure();
    stop.current = () => observer.disconnect();
  };
  return (
    <iframe
      title={words.mailbox.frame({ subject })}
      src={`/api/mail/messages/${id}/page?fold=${encodeURIComponent(words.mailbox.quote)}`}
      sandbox={SANDBOX}
      referrerPolicy="no-referrer"
      onLoad={follow}
      style={{ height }}
      className="block w-full rounded-lg bg-white"
    />
  );
}

/** Whoever has clicked into the text still goes on with the keys of the page. */
function passOn(event: KeyboardEvent): void {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
  const copy = { key, ctrlKey, metaKey, altKey, shiftKey, bubbles: true, cancelable: true };
  if (!window.dispatchEvent(new KeyboardEvent('keydown', copy))) event.preventDefault();
}

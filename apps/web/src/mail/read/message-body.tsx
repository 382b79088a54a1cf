import { useState } from 'react';
import { LinkedText } from '../../agenda/event/linked-text.tsx';
import type { OpenedMail } from '../../api/answers.ts';
import { useReader } from '../../language/studio-reader.ts';
import { useFormats } from '../../language/use-formats.ts';
import { buttonClass } from '../../ui/controls/button.tsx';
import { Notice } from '../../ui/display/notice.tsx';
import { foldQuotes } from './fold-quotes.ts';
import { MessageFrame } from './message-frame.tsx';
import { RemotePictures } from './remote-pictures.tsx';

/** What a message says, and the files with it. */
export function MessageBody({ mail }: { readonly mail: OpenedMail }) {
  const { words } = useReader();
  const [asText, setAsText] = useState(false);
  const { id, html, text, body, subject } = mail;
  if (body === 'FAILED')
    return <Notice tone="warn" title={words.mailbox.unreadable} hint={words.mailbox.unreadableHint} />;
  return (
    <div className="space-y-3">
      {html && html.remote > 0 && !asText && !mail.pictures && (
        <RemotePictures mail={mail} count={html.remote} />
      )}
      {html && !asText ? (
        <MessageFrame key={String(mail.pictures)} id={id} subject={subject || words.mailbox.noSubject} />
      ) : (
        <MessageText text={text ?? ''} />
      )}
      {html?.cut && <p className="text-[13px] text-soft">{words.mailbox.cut}</p>}
      {html && (
        <button
          type="button"
          className="text-[13px] font-medium text-accent hover:underline"
          onClick={() => setAsText(!asText)}
        >
          {asText ? words.mailbox.asSent : words.mailbox.asText}
        </button>
      )}
      <Attachments mail={mail} />
    </div>
  );
}

function MessageText({ text }: { readonly text: string }) {
  const { words } = useReader();
  return (
    <div className="max-w-prose space-y-1 leading-relaxed break-words">
      {foldQuotes(text).map((part, index) =>
        part.quoted ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of a text that never changes
          <details key={index}>
            <summary className="w-fit cursor-pointer rounded-full bg-sunken px-2.5 py-0.5 text-[13px] text-soft">
              {words.mailbox.quote}
            </summary>
            <div className="mt-1 border-l-2 border-line-strong pl-3 text-soft">
              <LinkedText text={part.text.replaceAll(/^\s?> ?/gm, '')} />
            </div>
          </details>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of a text that never changes
          <LinkedText key={index} text={part.text} />
        ),
      )}
    </div>
  );
}

/** What the text shows by itself is not listed once more. */
function Attachments({ mail: { id, attachments } }: { readonly mail: OpenedMail }) {
  const { words } = useReader();
  const { size } = useFormats();
  const files = (attachments ?? []).filter(({ contentId }) => contentId === null);
  if (files.length === 0) return null;
  return (
    <section aria-label={words.mailbox.files({ count: files.length })}>
      <p className="mb-1.5 text-[13px] font-medium text-soft">
        {words.mailbox.files({ count: files.length })}
      </p>
      <ul className="flex flex-wrap gap-2">
        {files.map((file) => (
          <li key={file.place} className="max-w-full">
            <a
              href={`/api/mail/messages/${id}/files/${file.place}`}
              download={file.name}
              title={words.mailbox.download({ name: file.name })}
              className={`${buttonClass('plain', 'small')} max-w-full`}
            >
              <span className="truncate">{file.name}</span>
              <span className="text-xs text-soft">{size(file.size)}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

import { textPieces } from './text-links.ts';

/** Text that somebody wrote elsewhere, as text, with its harmless links. */
export function LinkedText({ text }: { readonly text: string }) {
  return (
    <p className="whitespace-pre-line">
      {textPieces(text).map((piece, index) =>
        piece.href ? (
          <a
            key={index}
            href={piece.href}
            target="_blank"
            rel="noopener noreferrer nofollow"
            className="text-accent underline underline-offset-2"
          >
            {piece.text}
          </a>
        ) : (
          piece.text
        ),
      )}
    </p>
  );
}

import { useReader } from '../language/reader.ts';
import { useStudioSays } from './studio-context.ts';

const LINK = 'rounded font-medium text-accent underline underline-offset-2';

/** How the studio is reached when this page cannot help any more; nothing where nobody has told it. */
export function ReachStudio() {
  const { words } = useReader();
  const studio = useStudioSays();
  if (studio?.phone)
    return (
      <span>
        {words.common.call}{' '}
        <a href={`tel:${dialled(studio.phone)}`} className={LINK}>
          {studio.phone}
        </a>
      </span>
    );
  if (studio?.writeTo)
    return (
      <span>
        {words.common.write}{' '}
        <a href={`mailto:${studio.writeTo}`} className={LINK}>
          {studio.writeTo}
        </a>
      </span>
    );
  return null;
}

/** What a telephone dials (RFC 3966): digits, and the plus in front. */
export function dialled(phone: string): string {
  return phone.replaceAll(/(?!^\+)\D/g, '');
}

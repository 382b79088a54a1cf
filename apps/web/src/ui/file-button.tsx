import { FileUp } from 'lucide-react';
import { useId } from 'react';
import { classNames } from './class-names.ts';
import { buttonClass } from './controls/button.tsx';

interface FileButtonProps {
  readonly label: string;
  /** Endings and media types, apart by commas. */
  readonly accept: string;
  readonly onFile: (file: File) => void;
}

/** Opens the browser's own choice of a file; the same file can be chosen again. */
export function FileButton({ label, accept, onFile }: FileButtonProps) {
  const id = useId();
  return (
    <>
      <input
        id={id}
        type="file"
        accept={accept}
        className="peer sr-only"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) onFile(file);
          target.value = '';
        }}
      />
      <label
        htmlFor={id}
        className={classNames(
          buttonClass('plain'),
          'cursor-pointer outline-offset-2 outline-accent peer-focus-visible:outline-2',
        )}
      >
        <FileUp aria-hidden className="size-4" />
        {label}
      </label>
    </>
  );
}

import { Check, Copy } from 'lucide-react';
import { useRef, useState } from 'react';
import { useReader } from '../../language/studio-reader.ts';
import { IconButton } from './icon-button.tsx';
import { Input } from './input.tsx';

interface CopyFieldProps {
  readonly label: string;
  readonly value: string;
}

const SHOWN_MS = 2_000;

/** Something to be pasted elsewhere: it can be read, chosen, and copied with one touch. */
export function CopyField({ label, value }: CopyFieldProps) {
  const { words } = useReader();
  const input = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    input.current?.select();
    if (!(await written(value))) return;
    setCopied(true);
    setTimeout(() => setCopied(false), SHOWN_MS);
  };
  return (
    <div className="flex items-center gap-1">
      <Input
        ref={input}
        readOnly
        aria-label={label}
        value={value}
        className="read-only:bg-sunken font-mono text-[13px] sm:text-[13px]"
        onFocus={(event) => event.target.select()}
      />
      <IconButton
        icon={copied ? Check : Copy}
        label={copied ? words.copy.done : words.copy.of({ label })}
        onClick={() => void copy()}
      />
      <span role="status" className="sr-only">
        {copied && words.copy.done}
      </span>
    </div>
  );
}

/** Without TLS a browser gives no clipboard; what is chosen is then copied by hand. */
async function written(value: string): Promise<boolean> {
  if (!navigator.clipboard) return false;
  return navigator.clipboard.writeText(value).then(
    () => true,
    () => false,
  );
}

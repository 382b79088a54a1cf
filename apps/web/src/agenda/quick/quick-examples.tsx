import { useReader } from '../../language/studio-reader.ts';

/** What can be said, until something is: a click tries it. */
export function QuickExamples({ onPick }: { readonly onPick: (text: string) => void }) {
  const { words } = useReader();
  return (
    <div>
      <p className="mb-1 text-xs font-medium text-soft">{words.quick.try}</p>
      <ul>
        {words.quick.examples.map((example) => (
          <li key={example}>
            <button
              type="button"
              onClick={() => onPick(example)}
              className="w-full rounded-lg px-2.5 py-1.5 text-left text-sm text-soft hover:bg-sunken hover:text-ink pointer-coarse:min-h-11"
            >
              {example}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

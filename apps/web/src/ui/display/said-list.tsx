/** What is to be said before somebody decides, a line each; nothing where nothing is. */
export function SaidList({
  lines,
  label,
}: {
  /** False: not the case. */
  readonly lines: readonly (string | false)[];
  readonly label: string;
}) {
  const said = lines.filter((line) => line !== false);
  if (said.length === 0) return null;
  return (
    <ul aria-label={label} className="list-disc space-y-1 pl-5">
      {said.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

const NEW_LINE = 10;

/** The lines of a stream of bytes, without their ends, however it was cut. What follows the last line end is a line too. */
export async function* linesIn(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  let open: Uint8Array[] = [];
  for await (const piece of pieces) {
    let from = 0;
    for (let at = piece.indexOf(NEW_LINE); at !== -1; at = piece.indexOf(NEW_LINE, from)) {
      yield joined(open, piece.subarray(from, at));
      open = [];
      from = at + 1;
    }
    if (from < piece.length) open.push(piece.subarray(from));
  }
  if (open.length > 0) yield joined(open.slice(0, -1), open.at(-1) ?? new Uint8Array());
}

function joined(open: readonly Uint8Array[], last: Uint8Array): Uint8Array {
  return open.length === 0 ? last : Buffer.concat([...open, last]);
}

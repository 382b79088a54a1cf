type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/**
 * The name of what was pressed, by the sign and not by the place of the key: `/` is Shift+7 on a Swiss keyboard. `Mod` is
 * Ctrl, or Cmd on a Mac. Shift is told apart only where the sign does not tell it already.
 */
export function keyOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Pressed): string {
  const mod = ctrlKey || metaKey;
  const sign = [...key].length === 1;
  // With AltGr, which browsers report as Ctrl and Alt, a sign is typed: `[` on many keyboards.
  if (sign && ctrlKey && altKey) return key;
  const name = sign && mod ? key.toLowerCase() : key;
  return [mod && 'Mod', altKey && 'Alt', shiftKey && (mod || !sign) && 'Shift', name]
    .filter(Boolean)
    .join('+');
}

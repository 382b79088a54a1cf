import type { Command } from 'commander';

/** Stands for null while commander carries it: what a parser gives as null it makes into an empty text. */
const NONE = Symbol('none');

/** A value, or `none` for null; see `giveNone`. */
export function orNone<T>(parse: (text: string) => T): (text: string) => T | typeof NONE {
  return (text) => (text.trim().toLowerCase() === 'none' ? NONE : parse(text));
}

/** Has every command below find null where somebody said `none`. */
export function giveNone(root: Command): void {
  root.hook('preAction', (_, command) => {
    for (const [name, value] of Object.entries(command.opts())) {
      if (value === NONE) command.setOptionValue(name, null);
    }
  });
}

import { useState } from 'react';

/** What programs have left behind in a form. */
export interface Trap {
  readonly attach: (field: HTMLInputElement | null) => void;
  /** Empty where a person filled in the form. */
  readonly caught: () => string;
  readonly clear: () => void;
}

function createTrap(): Trap {
  let field: HTMLInputElement | null = null;
  return {
    attach(element) {
      field = element;
    },
    caught: () => field?.value ?? '',
    clear() {
      if (field) field.value = '';
    },
  };
}

export const useTrap = (): Trap => useState(createTrap)[0];

/** A field for programs that fill in everything. No person sees it, hears of it or comes to it with Tab. */
export function Honeypot({ trap: { attach } }: { readonly trap: Trap }) {
  return (
    <div aria-hidden="true" className="absolute -left-[9999px] size-px overflow-hidden">
      <label htmlFor="website">Website</label>
      <input
        ref={attach}
        id="website"
        name="website"
        type="text"
        tabIndex={-1}
        autoComplete="off"
        defaultValue=""
      />
    </div>
  );
}

import { type ComponentProps, useId } from 'react';
import { Input } from './input.tsx';

/** An IANA time zone, completed while it is typed. */
export function ZoneInput(props: ComponentProps<'input'>) {
  const list = useId();
  return (
    <>
      <Input {...props} list={list} autoComplete="off" spellCheck={false} />
      <datalist id={list}>
        {Intl.supportedValuesOf('timeZone').map((zone) => (
          <option key={zone} value={zone}>
            {zone}
          </option>
        ))}
      </datalist>
    </>
  );
}

import type { ClientForm } from '../form/client-form.ts';
import { useReader } from '../language/reader.ts';
import { TextField } from './text-field.tsx';

type Client = Pick<ClientForm, 'name' | 'email' | 'phone'>;

interface ClientFieldsProps {
  readonly form: Client;
  readonly change: (patch: Partial<Client>) => void;
  readonly errorOf: (field: string) => string | undefined;
}

/** Who somebody is and how to reach them; browsers know what to fill in. */
export function ClientFields({ form, change, errorOf }: ClientFieldsProps) {
  const { words } = useReader();
  const { details } = words;
  return (
    <section className="grid gap-5">
      <h3 className="text-lg font-semibold">{details.you}</h3>
      <TextField
        id="name"
        label={details.name}
        autoComplete="name"
        required
        value={form.name}
        error={errorOf('name')}
        onChange={(name) => change({ name })}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          id="email"
          label={details.email}
          hint={details.emailHint}
          type="email"
          inputMode="email"
          autoComplete="email"
          autoCapitalize="off"
          spellCheck={false}
          required
          value={form.email}
          error={errorOf('email')}
          onChange={(email) => change({ email })}
        />
        <TextField
          id="phone"
          label={details.phone}
          hint={details.phoneHint}
          type="tel"
          autoComplete="tel"
          value={form.phone}
          error={errorOf('phone')}
          onChange={(phone) => change({ phone })}
        />
      </div>
    </section>
  );
}

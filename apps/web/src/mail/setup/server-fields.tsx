import type { MailServerInput } from '../../api/answers.ts';
import { useReader } from '../../language/studio-reader.ts';
import { Field } from '../../ui/controls/field.tsx';
import { Input } from '../../ui/controls/input.tsx';
import { Select } from '../../ui/controls/select.tsx';

export interface Servers {
  readonly imap: MailServerInput;
  readonly smtp: MailServerInput;
}

/** The usual ports; a server without a name is found. */
export const FIRST_SERVERS: Servers = {
  imap: { host: '', port: 993, security: 'tls' },
  smtp: { host: '', port: 465, security: 'tls' },
};

const SECURITIES = ['tls', 'starttls', 'none'] as const;

interface ServerFieldsProps {
  readonly title: string;
  readonly server: MailServerInput;
  readonly onChange: (server: MailServerInput) => void;
}

export function ServerFields({ title, server, onChange }: ServerFieldsProps) {
  const { words } = useReader();
  const { host, port, security } = server;
  return (
    <fieldset className="rounded-xl border border-line p-4">
      <legend className="px-1 font-medium">{title}</legend>
      <div className="grid gap-3 sm:grid-cols-[1fr_6rem_8rem]">
        <Field label={words.mailSetup.host}>
          {(control) => (
            <Input
              {...control}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={253}
              value={host}
              onChange={({ currentTarget }) => onChange({ ...server, host: currentTarget.value })}
            />
          )}
        </Field>
        <Field label={words.mailSetup.port}>
          {(control) => (
            <Input
              {...control}
              type="number"
              min={1}
              max={65_535}
              required
              value={port}
              onChange={({ currentTarget }) => onChange({ ...server, port: currentTarget.valueAsNumber })}
            />
          )}
        </Field>
        <Field label={words.mailSetup.security}>
          {({ id }) => (
            <Select
              id={id}
              value={security}
              onChange={(chosen) => onChange({ ...server, security: chosen })}
              options={SECURITIES.map((value) => ({ value, label: words.mailSetup.securities[value] }))}
            />
          )}
        </Field>
      </div>
    </fieldset>
  );
}

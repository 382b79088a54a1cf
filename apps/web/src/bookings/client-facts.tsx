import { Globe, Mail, Phone } from 'lucide-react';
import { useReader } from '../language/studio-reader.ts';
import { zoneName } from '../time/zone-name.ts';
import { Fact } from '../ui/display/fact.tsx';

interface ClientFactsProps {
  readonly client: { readonly email: string; readonly phone: string | null };
  readonly language: string;
  /** IANA, where it differs from the studio's. */
  readonly clientZone: string | null;
  readonly zone: string;
}

/** How to reach a client: touch to write or to call. Lines of a `dl`. */
export function ClientFacts({ client, language, clientZone, zone }: ClientFactsProps) {
  const { words, language: read } = useReader();
  const names = new Intl.DisplayNames(read, { type: 'language' });
  const away = clientZone !== null && clientZone !== zone;
  return (
    <>
      <Fact icon={Mail} name={words.bookings.email}>
        <a href={`mailto:${client.email}`} className="break-all text-accent hover:underline">
          {client.email}
        </a>
      </Fact>
      {client.phone && (
        <Fact icon={Phone} name={words.bookings.phone}>
          <a
            href={`tel:${client.phone.replaceAll(/[^+\d]/g, '')}`}
            className="text-accent tabular-nums hover:underline"
          >
            {client.phone}
          </a>
        </Fact>
      )}
      <Fact icon={Globe} name={words.bookings.language}>
        {names.of(language) ?? language}
        {away && (
          <span className="text-soft"> · {words.bookings.clientZone({ zone: zoneName(clientZone) })}</span>
        )}
      </Fact>
    </>
  );
}

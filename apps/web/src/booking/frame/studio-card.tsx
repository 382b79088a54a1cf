import { MapPin, Phone } from 'lucide-react';
import { dialled } from './reach-studio.tsx';
import { useStudioSays } from './studio-context.ts';

/** Where the studio is and how it is called, at the foot of every public page. */
export function StudioCard() {
  const studio = useStudioSays();
  if (!studio || (studio.address === null && studio.phone === null)) return null;
  const { name, address, phone } = studio;
  return (
    <address className="flex flex-wrap gap-x-6 gap-y-1.5 not-italic">
      {address && (
        <span className="flex items-start gap-2">
          <MapPin aria-hidden className="mt-0.5 size-4 shrink-0" />
          {[name, ...address.split('\n')].join(', ')}
        </span>
      )}
      {phone && (
        <a
          href={`tel:${dialled(phone)}`}
          className="flex min-h-6 items-center gap-2 rounded underline-offset-2 hover:underline"
        >
          <Phone aria-hidden className="size-4 shrink-0" />
          {phone}
        </a>
      )}
    </address>
  );
}

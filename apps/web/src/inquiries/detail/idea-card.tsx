import { CalendarDays, HandCoins, MapPin, Palette, Ruler, UserRound } from 'lucide-react';
import type { StudioInquiry } from '../../api/answers.ts';
import { ClientFacts } from '../../bookings/client-facts.tsx';
import { ImageGallery } from '../../images/image-gallery.tsx';
import { useReader } from '../../language/studio-reader.ts';
import { Card } from '../../ui/display/card.tsx';
import { Fact } from '../../ui/display/fact.tsx';

/** What the client wishes for, and who they are. */
export function IdeaCard({ inquiry }: { readonly inquiry: StudioInquiry }) {
  const { words } = useReader();
  const { idea, imageIds, client, language, clientZone, zone, artist } = inquiry;
  const wishes = [
    { icon: MapPin, name: words.inquiries.placement, value: inquiry.placement },
    { icon: Ruler, name: words.inquiries.size, value: inquiry.size },
    { icon: Palette, name: words.inquiries.style, value: inquiry.style },
    { icon: HandCoins, name: words.inquiries.budget, value: inquiry.budget },
    { icon: CalendarDays, name: words.inquiries.preferredDays, value: inquiry.preferredDays },
  ].filter(({ value }) => value !== '');
  return (
    <Card aria-labelledby="idea-title" className="space-y-5 p-5">
      <h2 id="idea-title" className="text-base font-semibold">
        {words.inquiries.idea}
      </h2>
      <p className="text-[15px] leading-relaxed whitespace-pre-wrap">{idea}</p>
      <ImageGallery ids={imageIds} name={client.name} />
      <dl className="grid gap-3 empty:hidden sm:grid-cols-2 lg:grid-cols-1 xl:grid-cols-2">
        {wishes.map(({ icon, name, value }) => (
          <Fact key={name} icon={icon} name={name}>
            <span className="block text-[13px] text-soft" aria-hidden>
              {name}
            </span>
            {value}
          </Fact>
        ))}
      </dl>
      <dl className="space-y-2.5 border-t border-line pt-4">
        <Fact icon={UserRound} name={words.bookings.artist}>
          {artist?.name ?? words.inquiries.anyone}
        </Fact>
        <ClientFacts client={client} language={language} clientZone={clientZone} zone={zone} />
      </dl>
    </Card>
  );
}

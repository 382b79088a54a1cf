import { Search } from 'lucide-react';
import { useReader } from '../../language/studio-reader.ts';
import { Input } from '../../ui/controls/input.tsx';
import { Segments } from '../../ui/controls/segments.tsx';
import { Select } from '../../ui/controls/select.tsx';
import { BOOKING_TABS, type BookingSearch } from '../booking-search.ts';

const ANYONE = '*';

interface BookingFiltersProps {
  readonly search: BookingSearch;
  readonly onChange: (change: Partial<BookingSearch>) => void;
  readonly artists: readonly { readonly slug: string; readonly name: string }[];
}

export function BookingFilters({ search, onChange, artists }: BookingFiltersProps) {
  const { words } = useReader();
  return (
    <div className="mb-5 flex flex-wrap items-center gap-3">
      <div className="max-w-full overflow-x-auto rounded-lg">
        <Segments
          label={words.bookings.title}
          value={search.tab ?? 'waiting'}
          options={BOOKING_TABS.map((value) => ({ value, label: words.bookings.tabs[value] }))}
          onChange={(tab) => onChange({ tab })}
        />
      </div>
      <div className="relative min-w-48 flex-1">
        <Search aria-hidden className="absolute top-3 left-3 size-4 text-soft" />
        <Input
          type="search"
          aria-label={words.bookings.search}
          placeholder={words.bookings.search}
          value={search.q ?? ''}
          onChange={(event) => onChange({ q: event.target.value || undefined })}
          className="pl-9"
        />
      </div>
      {artists.length > 1 && (
        <div className="w-full sm:w-48">
          <Select
            label={words.bookings.artist}
            value={search.artist ?? ANYONE}
            options={[
              { value: ANYONE, label: words.bookings.everyArtist },
              ...artists.map(({ slug, name }) => ({ value: slug, label: name })),
            ]}
            onChange={(slug) => onChange({ artist: slug === ANYONE ? undefined : slug })}
          />
        </div>
      )}
    </div>
  );
}

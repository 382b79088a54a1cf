import type { StudioOffer } from '../api/answers.ts';
import { Choices } from '../controls/choices.tsx';
import { TextArea, TextField } from '../controls/text-field.tsx';
import { ImageField } from '../images/image-field.tsx';
import { useReader } from '../language/reader.ts';
import { SIZES } from './idea-form.ts';
import type { Idea } from './use-idea.ts';

interface AboutIdeaProps {
  readonly idea: Idea;
  readonly artists: StudioOffer['artists'];
}

/** What it is to be, in the client's words and pictures. */
export function AboutIdea({ idea, artists }: AboutIdeaProps) {
  const { words } = useReader();
  const { form, change, errorOf } = idea;
  return (
    <section className="grid gap-5">
      <h2 className="text-lg font-semibold">{words.idea.about}</h2>
      <TextArea
        id="idea"
        label={words.idea.idea}
        hint={words.idea.ideaHint}
        required
        rows={5}
        value={form.idea}
        error={errorOf('idea')}
        onChange={(text) => change({ idea: text })}
      />
      <ImageField uploads={idea.uploads} />
      <LineField idea={idea} field="placement" hint={words.idea.placementHint} />
      <Choices
        name="size"
        legend={words.idea.size}
        note={words.common.optional}
        value={SIZES.find((one) => one === form.size) ?? null}
        options={SIZES.map((value) => ({ value, label: words.idea.sizes[value] }))}
        onChange={(size) => change({ size })}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <LineField idea={idea} field="style" hint={words.idea.styleHint} />
        <LineField idea={idea} field="budget" hint={words.idea.budgetHint} />
      </div>
      <LineField idea={idea} field="days" hint={words.idea.daysHint} />
      {artists.length > 1 && <ArtistChoice idea={idea} artists={artists} />}
    </section>
  );
}

interface LineFieldProps {
  readonly idea: Idea;
  readonly field: 'placement' | 'style' | 'budget' | 'days';
  readonly hint: string;
}

function LineField({ idea: { form, change, errorOf }, field, hint }: LineFieldProps) {
  const { words } = useReader();
  return (
    <TextField
      id={field}
      label={words.idea[field]}
      hint={hint}
      value={form[field]}
      error={errorOf(field)}
      onChange={(text) => change({ [field]: text })}
    />
  );
}

function ArtistChoice({ idea, artists }: AboutIdeaProps) {
  const { words } = useReader();
  return (
    <Choices
      name="artist"
      legend={words.idea.artist}
      value={idea.artist}
      options={[
        { value: 'any', label: words.idea.anyone },
        ...artists.map(({ slug, name }) => ({ value: slug, label: name })),
      ]}
      onChange={idea.setArtist}
    />
  );
}

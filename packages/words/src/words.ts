/** What a sentence is told besides figures: names, times and lengths, written as they are to be read. */
export type Told<Name extends string> = Readonly<Record<Name, string>>;

/** The figures that a sentence is told. */
export type Counted<Name extends string = 'count'> = Readonly<Record<Name, number>>;

/** The shape of the words in another language: what English says, told the same things, it says too, and no more. */
export type Words<Section> = {
  readonly [Key in keyof Section]: Section[Key] extends string
    ? string
    : Section[Key] extends (...told: infer Given) => infer Said
      ? (...told: Given) => Said
      : Words<Section[Key]>;
};

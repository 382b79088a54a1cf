/**
 * The shape of the words in another language: whatever English says, with the same arguments, it says too, and no more.
 */
export type Words<Section> = {
  readonly [Key in keyof Section]: Section[Key] extends string
    ? string
    : Section[Key] extends (...args: infer Args) => infer Said
      ? (...args: Args) => Said
      : Words<Section[Key]>;
};

/** The shape of a dictionary section: what English says, every other language says too, and no more. */
export type Words<Section> = {
  readonly [Key in keyof Section]: Section[Key] extends string ? string : Words<Section[Key]>;
};

/** What one document of a foreign server may ask of its reader, whatever its size in bytes. */
export interface ElementLimits {
  /** Nesting of the whole document. */
  readonly maxDepth: number;
  /** Children of the root. */
  readonly maxChildren: number;
  /** Elements below one child of the root. */
  readonly maxElements: number;
  /** Attributes of one tag, declarations of namespaces among them. */
  readonly maxAttributes: number;
  /** Characters of one tag, comment or instruction as it stands in the document. */
  readonly maxTag: number;
  /** Characters of a calendar object's text; more is dropped and marked `overlong`. */
  readonly maxText: number;
  /** The same for the definition of a time zone, and for every other text: an address, a name, a token. */
  readonly maxZone: number;
  readonly maxWords: number;
  /** Tags, comments and pieces of text of the whole document. */
  readonly maxPieces: number;
  /** Wrong characters and entities that are put up with. */
  readonly maxRepairs: number;
}

export const ELEMENT_LIMITS: ElementLimits = {
  maxDepth: 64,
  maxChildren: 100_000,
  maxElements: 20_000,
  maxAttributes: 64,
  maxTag: 64 * 1024,
  maxText: 4 * 1024 * 1024,
  maxZone: 64 * 1024,
  maxWords: 8 * 1024,
  maxPieces: 4_000_000,
  maxRepairs: 200_000,
};

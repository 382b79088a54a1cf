type Given<Patch> = { [Field in keyof Patch]?: Exclude<Patch[Field], undefined> };

/** Of a patch what it says: a field that is left out, or undefined, stays as it is. */
export function given<Patch extends object>(patch: Patch): Given<Patch> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as Given<Patch>;
}

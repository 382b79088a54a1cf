/** What is said of an event that was not read exactly as it was meant. */
const FLAGS = [
  ...(['unknown-zone', 'too-complex', 'too-many', 'invalid-rule', 'no-instances'] as const),
  ...(['override-without-master', 'mixed-uids', 'missing-uid', 'repaired', 'wrong-bytes'] as const),
  ...(['mended-rule', 'invalid-end', 'mended-end'] as const),
  ...(['zone-differs', 'two-masters', 'invalid-guest'] as const),
];

export function isFlag(flag: string): flag is (typeof FLAGS)[number] {
  return FLAGS.some((known) => known === flag);
}

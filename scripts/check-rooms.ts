import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A folder that holds more than this is several rooms: see docs/architecture.md. */
const MOST_FILES = 16;
const GENERATED = 'packages/database/src/generated';

const complaints = ['apps', 'packages']
  .flatMap((place) => readdirSync(place).map((name) => join(place, name, 'src')))
  .flatMap(complaintsAbout);
for (const complaint of complaints) console.log(complaint);
process.exitCode = complaints.length === 0 ? 0 : 1;

function complaintsAbout(folder: string): readonly string[] {
  if (folder === GENERATED) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  // The statements of a store are part of it, in a file of their own so that a test finds them.
  const sources = files.filter((name) => /\.tsx?$/.test(name) && !/\.(?:test|sql)\.tsx?$/.test(name));
  const inner = entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name));
  return [
    ...(sources.length > MOST_FILES ? [`${folder} holds ${sources.length} files: give it rooms.`] : []),
    ...inner.flatMap(complaintsAbout),
  ];
}

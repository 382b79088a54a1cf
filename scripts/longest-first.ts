import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that live through many steps or start whole processes. */
const LONG = /\/(?:simulation|apps\/cli)\//;

/** What takes longest begins first, so that at the end no worker waits for another; a new checkout knows no durations. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const [long, rest] = [true, false].map((wanted) =>
      files.filter(({ moduleId }) => LONG.test(moduleId) === wanted),
    );
    return [...(await super.sort(long ?? [])), ...(await super.sort(rest ?? []))];
  }
}

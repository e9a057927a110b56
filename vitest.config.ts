import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Short files of much work. Files are begun by their size, the largest first: begun last, these would run alone. */
const MUCH_WORK =
  /(shown-commands|cases-reversed|linear|rounds|tables|group-cases|pair-cases|rules-shown)(\.long)?\.test\.ts$/;

class MuchWorkFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isMuch = ({ moduleId }: TestSpecification) => MUCH_WORK.test(moduleId);
    return [...sorted.filter(isMuch), ...sorted.filter((file) => !isMuch(file))];
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Command-line tests run the built program as its users do.
    globalSetup: ['test/build.ts', 'test/temporary.ts'],
    // The main process mostly waits: by default, a machine of two processors would run one file at a time.
    maxWorkers: '100%',
    sequence: { sequencer: MuchWorkFirst },
    // Starting a process and reading all sources again for every file took longer than most files take.
    isolate: false,
    // A shared machine can be slow; nothing here measures time.
    testTimeout: 600_000,
    hookTimeout: 300_000,
  },
});

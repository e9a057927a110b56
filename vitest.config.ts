import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Command-line tests run the built program as its users do.
    globalSetup: ['test/build.ts', 'test/temporary.ts'],
    // The main process mostly waits: by default, a machine of two processors would run one file at a time.
    maxWorkers: '100%',
    // Starting a process and reading all sources again for every file took longer than most files take.
    isolate: false,
    // A shared machine can be slow; nothing here measures time.
    testTimeout: 600_000,
    hookTimeout: 300_000,
  },
});

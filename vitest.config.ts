import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Command-line tests run the built program as its users do.
    globalSetup: 'test/build.ts',
    testTimeout: 60_000, // a shared machine can be slow; nothing here measures time
  },
});

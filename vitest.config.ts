import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Command-line tests run the built program as its users do.
    globalSetup: 'test/build.ts',
    // A shared machine can be slow; nothing here measures time.
    testTimeout: 240_000,
    hookTimeout: 120_000,
  },
});

import { defineConfig } from 'rolldown';

// One small file to start from: what a command does not use is in a chunk of its own and stays unread.
export default defineConfig({
  input: 'src/cli/main.ts',
  platform: 'node',
  external: ['exceljs'], // heavy, and imported only to write a workbook
  output: {
    dir: 'dist',
    format: 'esm',
    minify: true,
    cleanDir: true,
    chunkFileNames: '[name].js',
  },
});

import { defineConfig } from 'rolldown';

// The generator of sample lists, apart from the program: nobody who installs relief gets it.
export default defineConfig({
  input: 'samples/generator/main.ts',
  platform: 'node',
  external: ['exceljs', 'iconv-lite', 'yaml', 'fast-string-width', 'pinyin-pro', /^opencc-js/],
  output: { dir: 'dist-sample', format: 'esm', entryFileNames: '[name].mjs', cleanDir: true },
});

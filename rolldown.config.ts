import { resolve } from 'node:path';
import { defineConfig } from 'rolldown';
import { licences } from './rolldown.licences.ts';

// Heavy, and imported only when they are needed; of DuckDB what is compiled for each platform.
const external = ['@duckdb/node-bindings', /^@e965\/xlsx/];

// What a command does not use stays unread: `main` is enough for help and completion, `campaign` holds all that a table of
// a budget takes (few files load faster than many), `status` what the campaign's standing on a day does and
// `progress` what its lists add to that, `compare` what two campaigns side by side do, `lists` what lists take besides,
// `pairs` what comparing their rows does, `split` what writes them again, `apart` what has a file read in a process of its
// own, as `xls` and `parquet` do; every other format, and the comparison of names, has a chunk of its own.
const program = defineConfig({
  // The program, and the package's entry for other programs.
  input: { main: 'src/cli/main.ts', library: 'src/library.ts' },
  platform: 'node',
  preserveEntrySignatures: 'allow-extension',
  external,
  plugins: [
    licences,
    {
      // chalk would ask the terminal what colours it has, which loads sockets; relief knows it by itself.
      name: 'no-terminals',
      resolveId: (id) =>
        id === '#supports-color' ? resolve('node_modules/chalk/source/vendor/supports-color/browser.js') : null,
    },
    {
      // commander would load it at every start, for external subcommands, of which there are none.
      name: 'no-subcommands',
      resolveId: (id, importer) =>
        id === 'node:child_process' && /[\\/]commander[\\/]/.test(importer ?? '')
          ? resolve('src/cli/no-child-process.ts')
          : null,
    },
  ],
  output: {
    dir: 'dist',
    format: 'cjs',
    dynamicImportInCjs: false,
    entryFileNames: '[name].cjs',
    minify: true,
    cleanDir: true,
    // A chunk of one file is called as the file is: `zh-cases.cjs`, `json-budget.cjs`.
    chunkFileNames: ({ facadeModuleId }) => {
      const [, folder] = /\/src\/.*?(\w+)\/[\w-]+\.ts$/.exec(facadeModuleId ?? '') ?? [];
      return folder ? `${folder}-[name].cjs` : '[name].cjs';
    },
    codeSplitting: {
      includeDependenciesRecursively: false,
      groups: [
        {
          name: 'main',
          test: /\/src\/(cli\/(?!audit\.|run\/|progress|compare-people|doubts|check-public|forms|publish|statement-log|campaigns|cases|case-time|send-cases|read-cases|review-pairs|decided|each-campaign|named-files|checked|kinds-of|lists|list-inputs|gather|said-of|same-files|resolved|pairs|deduped|split|remove|cover|rosters|overview|reconcile|returns|template|part|files-of|explain-match|pay|batched|corrections|examine-payments|write-batch|withdraw-batch|seal\.)|domain\/(shown\/|sealed\/open-field|people\/(id-number|masked-id)|problem|finding|language|place|completing|cell-text)|checks\/rule-ids|render\/width|file\/(kind|bytes)|read\/(leftovers|text-kind|input-kind|folder|pipes|spill|register\/beside|sealed\/sealed-start))|\/node_modules\/(commander|chalk|fast-string-width|fast-string-truncated-width)\/|package\.json/,
        },
        {
          name: 'draft',
          test: /\/src\/(answer\/(check-)?draft|domain\/notice\/|read\/notice\/|render\/(json\/)?(draft|yaml-scalar)|text\/(zh|en)\/draft)|\/node_modules\/(htmlparser2|domhandler|domelementtype|domutils|dom-serializer|entities)\//,
        },
        {
          name: 'public',
          test: /\/src\/(answer\/check-public|domain\/published\/(exposed|split|text-place)|read\/texts\/|report\/public\/|render\/json\/public|cli\/check-public|text\/(zh|en)\/public)/,
        },
        {
          name: 'forms',
          test: /\/src\/(answer\/forms|render\/xlsx\/collection\/|cli\/forms|totals\/lists\/streets)/,
        },
        {
          name: 'publish',
          test: /\/src\/(answer\/publish|domain\/published\/|report\/publish\/|render\/publish\/|cli\/publish|text\/notice-words)/,
        },
        {
          name: 'pay',
          test: /\/src\/(cli\/(pay|corrections|examine-payments|write-batch|withdraw-batch)|answer\/pay\/|domain\/pay\/(?!reference|follow|match|failure)|report\/pay\/|render\/(pay\/|json\/pay)|file\/encode\.|workbook\/edit\/fill-table|checks\/group\/held-doubles)|\/node_modules\/(iconv-lite|safer-buffer)\//,
        },
        { name: 'apart', test: /\/src\/file\/apart/ },
        { name: 'xls', test: /\/src\/workbook\/read\/(parse-)?xls\./ },
        { name: 'parquet', test: /\/src\/engine\/csv-of-parquet/ },
        {
          name: 'split',
          test: /\/src\/(write\/(?!sealed)|workbook\/edit\/(?!take-xls\.|form|runs|moved)|cli\/(split|remove)|checks\/error-rows|render\/csv\/held|engine\/copy)/,
        },
        // Who is probably who takes the comparison of names, which is heavy.
        { name: 'probable', test: /\/src\/identity\/probable\// },
        {
          name: 'explain-match',
          test: /\/src\/(cli\/explain-match|report\/dedupe\/explain|render\/json\/explain-match|engine\/find-row)/,
        },
        {
          name: 'audit',
          test: /\/src\/(cli\/audit\.|answer\/audit|domain\/audit\/|report\/audit\/|render\/json\/audit|read\/register\/audit-line|text\/(zh|en)\/audit)/,
        },
        {
          name: 'seal',
          test: /\/src\/(cli\/seal\.|answer\/seal|identity\/sealed\/(seal-row|near-names)|write\/sealed-list|read\/sealed\/sealing-key|text\/(zh|en)\/seal)/,
        },
        {
          name: 'sealed',
          test: /\/src\/(identity\/sealed\/|engine\/load-sealed|read\/sealed\/(?!sealed-source))/,
        },
        { name: 'contract', test: /\/src\/contract\// },
        { name: 'zip', test: /\/node_modules\/(yazl|buffer-crc32)\// },
        {
          name: 'cases',
          test: /\/src\/(answer\/cases|cli\/(cases|doubts|case-time|send-cases|read-cases|review-pairs)|report\/cases|render\/(json\/(cases|answers|doubts)|letter)|text\/case-letters|(read|write)\/register\/(?!beside)|read\/answers)/,
        },
        {
          name: 'run',
          test: /\/src\/((cli|answer|report|domain)\/run\/|render\/json\/run)/,
        },
        { name: 'duckdb', test: /\/node_modules\/@duckdb\// },
        {
          name: 'pairs',
          test: /\/src\/(cli\/(pairs|deduped)|answer\/dedupe\.|identity\/identified-rows|checks\/(group-rules|group\/(?!split-payments|same-measure|paid\.)|return|roster\/(?!omitted-people))|totals\/(dedupe\/|lists\/uncompared|cover\/(enrolment|members|dues)|reconcile\/(payments|mentioned|return-scope))|domain\/settlement|report\/(dedupe|findings\/(pair|notes|probably))|text\/(zh|en)\/identity)/,
        },
        {
          name: 'check',
          test: /\/src\/(cli\/(checked|kinds-of)|answer\/check\.|report\/check\/(?!check-report))/,
        },
        {
          name: 'cover',
          test: /\/src\/(cli\/cover|answer\/cover\.|totals\/cover\/|checks\/roster\/omitted-people|report\/cover\/|domain\/file-name)/,
        },
        {
          name: 'reconcile',
          test: /\/src\/(cli\/(reconcile|returns)|domain\/pay\/(follow|match)|answer\/reconcile\.|totals\/reconcile\/|report\/reconcile\/|checks\/plan\/check-plan)/,
        },
        {
          name: 'export',
          test: /\/src\/(report\/export\/|render\/json\/sheet)/,
        },
        {
          name: 'report',
          test: /\/src\/(cli\/overview|answer\/overview\.|report\/page\/|render\/html\/(report-|html-filter|chart))/,
        },
        { name: 'status', test: /\/src\/(totals\/status\/(?!payout-deadline|schedule)|report\/status\/status)/ },
        {
          name: 'parts',
          test: /\/src\/(cli\/parts|totals\/budget\/roll-up|report\/budget\/(roll-up|part-lists))/,
        },
        {
          name: 'part-lists',
          test: /\/src\/(cli|totals\/budget)\/part-lists/,
        },
        {
          name: 'compare-people',
          test: /\/src\/(cli\/compare-people|checks\/compared|totals\/compare\/(people|compared-people)|report\/compare\/(people|compared)|render\/json\/compare-people|domain\/people\/person-change)/,
        },
        {
          name: 'compare',
          test: /\/src\/(domain\/(percent-change|campaign\/standard-change)|totals\/compare\/|report\/compare\/)/,
        },
        { name: 'progress', test: /\/src\/(report\/status|render\/json)\/progress/ },
        {
          name: 'lists',
          test: /\/src\/(answer\/(resolved|lists)\.|cli\/(batched|lists|progress|named-files|list-inputs|gather|said-of|same-files|resolved-lists|rosters|files-of)|engine\/(?!step|tables)|identity\/(?!probable|c(haracter|ompare)|one-edit|similar|variants|identified-rows)|checks\/(row|payout-row|rule-findings|group\/(split-payments|same-measure|paid\.))|file\/encoding|read\/(list|unchanged|sealed)|workbook\/(address|read)|totals\/(lists\/(?!usual)|budget\/listed-money)|report\/(lists\/(?!list-names|outlier-words|passed-over|read-words)|findings\/(?!finding))|domain\/(people\/|row\/(?!fields|wanting)|pay\/(reference|failure)|coverage-rate)|text\/(list-fields|(zh|en)\/scorecard))|\/node_modules\/(csv-parse|yauzl|pend|saxes|xmlchars|tinyglobby|fdir|picomatch)/,
        },
        {
          name: 'campaign',
          test: /\/src\/(cli\/(campaigns|decided|each-campaign)|domain|file\/|read\/(?!json-schema)|totals|checks\/(?!index)|report|text\/figures|render\/(terminal|width|cell-text|problems|door))|\/node_modules\/(?!csv-|opencc-js|pinyin-pro|.*json-schema)/,
        },
      ],
    },
  },
});

// What runs in a process of its own is a file of its own, with all that it needs.
const apart = defineConfig([
  { input: 'src/workbook/read/xls-process.ts' },
  { input: 'src/engine/parquet-process.ts' },
  { input: 'src/read/notice/notice-process.ts' },
  { input: 'src/read/texts/texts-process.ts' },
]).map((process) => ({
  ...process,
  platform: 'node' as const,
  external,
  plugins: [licences],
  output: {
    dir: 'dist',
    format: 'cjs' as const,
    entryFileNames: '[name].cjs',
    minify: true,
    codeSplitting: false,
    dynamicImportInCjs: false,
  },
}));

export default [program, ...apart];

// Writes every JSON Schema anew: of campaign files (in two drafts), and of each record that is handed to other programs.
const { execFileSync } = require('node:child_process');
const { join } = require('node:path');

const RECORDS =
  'answers audit budget cases check compare compare-people cover dedupe doubts draft explain-match export pay public reconcile run status summary';
const schema = (...args) =>
  execFileSync(process.execPath, [join(__dirname, 'relief.js'), 'schema', ...args, '--quiet']);

schema('campaign', '-o', 'schema/campaign.schema.json');
schema('campaign', '--draft', '7', '-o', 'schema/campaign.draft-7.schema.json');
for (const record of RECORDS.split(' ')) schema(record, '-o', `schema/${record}.schema.json`);

#!/usr/bin/env node
// CommonJS, as the bundle is: what loads ES modules, and all the streams that their view of node:fs brings along, costs a
// tenth of the start.
const { load } = require('./load.js');

const { main, processIo } = load('main.cjs');
process.exitCode = 70; // until `main` has said otherwise: one that never comes to its end is a bug
main(process.argv.slice(2), processIo()).then((code) => {
  process.exitCode = code;
});

#!/usr/bin/env node
import { load } from './load.js';

const { main, processIo } = load('main.cjs');
process.exitCode = await main(process.argv.slice(2), processIo());

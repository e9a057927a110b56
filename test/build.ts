import { execFileSync } from 'node:child_process';

/** Builds once before any test, so that what the command-line tests run is what the sources say. */
export default function build(): void {
  execFileSync(process.execPath, ['node_modules/rolldown/bin/cli.mjs', '--config'], { stdio: 'ignore' });
  execFileSync(process.execPath, ['bin/compile.js'], { stdio: 'ignore' });
}

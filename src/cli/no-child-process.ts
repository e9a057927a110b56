// What the bundle holds in place of node:child_process: relief starts no other program.
export {};

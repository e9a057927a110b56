// What the bundle gives commander in place of node:child_process, for its external subcommands: relief has none, and starting is
// faster without. Whoever starts a process imports the real one (file/apart/), in a part of the bundle that few files need.
export {};

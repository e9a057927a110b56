/** What has a notice of its own. */
export type NoticesBy = 'committee' | 'measure' | 'department';

import type { Plugin } from 'rolldown';

export const licences: Plugin;

/** Options that name lists, as often as they are given: patterns and folders, too. */
export const LIST_FLAGS = ['against', 'blocked', 'returns', 'roster'] as const;
/** All that name what is read. */
export const INPUT_FLAGS = [...LIST_FLAGS, 'accounts', 'keyFile', 'template'] as const;

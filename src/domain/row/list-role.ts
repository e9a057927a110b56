/**
 * What a file of rows about people is read for: what is to be paid (发放名单); what was paid earlier and is only compared with;
 * who may or must not be paid (名册); what the bank did (银行回盘). Their rows are numbered in this order.
 */
export const LIST_ROLES = ['payouts', 'earlier', 'roster', 'return'] as const;
export type ListRole = (typeof LIST_ROLES)[number];

/** The fingerprint that a case has, and the order among findings that show the same, 0 where there is only one. */
export interface CaseNumber {
  readonly print: string;
  readonly nth: number;
}

const NUMBER = /^([0-9a-f]{16})(?:-([1-9]\d{0,5}))?$/;

export const caseId = ({ print, nth }: CaseNumber): string => (nth === 0 ? print : `${print}-${nth}`);

/** The number of a case in its two parts; null where it is none. */
export function caseNumber(id: string): CaseNumber | null {
  const [, print, nth] = NUMBER.exec(id) ?? [];
  return print === undefined ? null : { print, nth: nth === undefined ? 0 : Number(nth) };
}

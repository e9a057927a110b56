/** Records as JSON: one as an object, several as a list. */
export function renderJson(records: readonly object[]): string {
  return `${JSON.stringify(records.length === 1 ? records[0] : records, null, 2)}\n`;
}

/** Where something stands, as a person would look it up: a line of a text file, or a row of a sheet. */
export interface Place {
  readonly file: string;
  readonly sheet: string | null;
  /** 1-based: the line of a text file, the row that a spreadsheet shows. */
  readonly row: number | null;
  /** 1-based character in a line, or the name of a list's column. */
  readonly column: number | string | null;
}

/** `file:row:column`, leaving out what is not known. */
export function printPlace({ file, sheet, row, column }: Place): string {
  return [sheet === null ? file : `${file}[${sheet}]`, row, column].filter((part) => part !== null).join(':');
}

/** The keys and indexes that lead to a value in a file: `['departments', 0, 'name']`. */
export type KeyPath = readonly PropertyKey[];

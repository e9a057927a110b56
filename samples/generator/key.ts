import width from 'fast-string-width';

export interface Place {
  readonly file: string;
  readonly sheet: string | null;
  /** As a spreadsheet shows it. */
  readonly row: number;
}

/** What is true of the lists, and what was planted in them. Amounts are decimal strings in yuan. */
export interface AnswerKey {
  readonly schema: 'relief/answer-key@1';
  readonly seed: number;
  readonly files: readonly {
    file: string;
    sheet: string | null;
    rows: number;
    payouts: number;
    setAside: number;
    rejected: number;
  }[];
  readonly departments: readonly {
    department: string;
    payouts: number;
    persons: number;
    households: number;
    amount: string;
  }[];
  readonly severalDepartments: readonly { departments: readonly [string, string]; persons: number; amount: string }[];
  readonly faults: readonly ({ rule: string } & Place & { note: string })[];
  readonly readable: readonly ({ trap: string } & Place)[];
  /** Cases planted in rosters and bank returns, of the sample district. */
  readonly compared?: readonly { rule: string | null; rows: readonly Omit<Place, 'sheet'>[]; note: string }[];
  readonly between: readonly { rule: string; rows: readonly Place[]; note: string }[];
}

const WIDTH = 120;

/** JSON in the form that Biome gives it, so that the committed key passes the lint: what fits on a line is on one. */
export function printKey(key: AnswerKey): string {
  return `${expanded(key, '')}\n`;
}

function print(value: unknown, indent: string, taken: number): string {
  const line = !Array.isArray(value) && isTable(value) ? undefined : onOneLine(value);
  return line !== undefined && indent.length + taken + width(line) < WIDTH ? line : expanded(value, indent);
}

/** What holds an array of several objects stands on lines of its own, however short. */
function isTable(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (!Array.isArray(value)) return Object.values(value).some(isTable);
  return value.length > 1 && value.every((item) => typeof item === 'object' && item !== null);
}

function onOneLine(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`;
  const members = Object.entries(value).map(([name, member]) => `${JSON.stringify(name)}: ${onOneLine(member)}`);
  return `{ ${members.join(', ')} }`;
}

function expanded(value: unknown, indent: string): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    return `[\n${value.map((item) => inner + print(item, inner, 1)).join(',\n')}\n${indent}]`;
  }
  const members = Object.entries(value).map(([name, member]) => {
    const label = `${JSON.stringify(name)}: `;
    return inner + label + print(member, inner, width(label) + 1);
  });
  return `{\n${members.join(',\n')}\n${indent}}`;
}

import { compactCell } from '../cell-text.ts';

/** No mark is longer, also with what stands around it. */
const LONGEST = 8;
const DITTO = /^(?:[同仝][上前]|同上[行栏格列人]|上同|仝|々|〃+|〞|["″”“]+|′′|''|do\.?|ditto)$/i;
const AROUND = /^[-—–(（]+|[-—–)）。.]+$/g;

/** Whether a cell says that the one above it holds here too: 同上, 〃. */
export function isDitto(cell: string): boolean {
  if (cell === '' || cell.length > LONGEST) return false;
  const text = compactCell(cell);
  return DITTO.test(text) || DITTO.test(text.replace(AROUND, ''));
}

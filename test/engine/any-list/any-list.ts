import { Draw, type Payout } from './draw.ts';
import { FORMATS, type Format, fileOf, type Sheet } from './file.ts';
import { SHAPES, type ShapeName } from './shapes.ts';

/** Who is paid what: `姓名 number fen`, in the order of the rows; of people side by side those of the first part first. */
export interface AnyList {
  readonly shape: ShapeName;
  readonly format: Format;
  readonly sheet: Sheet;
  readonly bytes: Uint8Array;
  readonly paid: readonly Payout[];
}

/** A list as offices keep them, in a shape and a kind of file that the seed decides. */
export function anyList(seed: number): AnyList {
  const draw = new Draw(seed);
  const shape = draw.one(Object.keys(SHAPES) as ShapeName[]);
  const format = draw.one(FORMATS);
  const { sheet, paid } = SHAPES[shape](draw, format);
  return { shape, format, sheet, bytes: fileOf(sheet, format, draw), paid };
}

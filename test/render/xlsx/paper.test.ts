import { describe, expect, it } from 'vitest';
import { onPaper, ROOM, widthOnPaper } from '../../../src/render/xlsx/paper.ts';

describe('columns on paper', () => {
  const text = (width: number) => ({ width, breaks: true });
  const figure = (width: number) => ({ width, breaks: false });
  const spare = (width: number) => ({ ...text(width), isSpare: true });
  /** The size of type of 11 points once a table is as wide as its sheets. */
  const size = ({ widths, sheets, printed }: ReturnType<typeof onPaper>) =>
    11 *
    Math.min(1, (sheets * ROOM.across) / widths.slice(0, printed).reduce((sum, each) => sum + widthOnPaper(each), 0));

  it('are left as they are where they fit', () => {
    expect(onPaper([text(30), figure(12)], 11)).toEqual({ widths: [30, 12], sheets: 1, printed: 2 });
  });

  it('that break their texts get what paper has room for besides, and no more than they lack', () => {
    const found = onPaper([{ ...text(30), unbroken: 300 }, { ...text(30), unbroken: 45 }, figure(12)], 11);
    expect(found.widths[2]).toBe(12);
    expect(found.widths[0]).toBeGreaterThan(80);
    expect(size(found)).toBe(11);
    expect(onPaper([{ ...text(30), unbroken: 45 }, figure(12)], 11).widths).toEqual([45, 12]);
  });

  it('of texts are narrowed where they do not, and those of figures never', () => {
    const found = onPaper([...Array.from({ length: 9 }, () => text(17)), figure(16), figure(16)], 11);
    expect(found.sheets).toBe(1);
    expect(found.widths.slice(-2)).toEqual([16, 16]);
    expect(size(found)).toBeGreaterThan(8);
  });

  it('go on a second sheet where texts would be too narrow to read', () => {
    const found = onPaper(
      [...Array.from({ length: 20 }, () => text(16)), ...Array.from({ length: 5 }, () => figure(16))],
      11,
    );
    expect(found.sheets).toBe(2);
    expect(size(found)).toBeGreaterThan(8);
  });

  it('stay off the paper where they are spare, stand last, and leave others too narrow to read; then they keep their widths', () => {
    const needed = Array.from({ length: 10 }, () => text(16));
    const found = onPaper([...needed, ...Array.from({ length: 8 }, () => spare(16))], 11);
    expect(found).toMatchObject({ sheets: 1, printed: 10 });
    expect(found.widths.slice(10)).toEqual(Array.from({ length: 8 }, () => 16));
    expect(size(found)).toBeGreaterThan(8);
    expect(onPaper([...needed, spare(16)], 11).printed).toBe(11);
    expect(onPaper([...Array.from({ length: 20 }, () => spare(16)), figure(16)], 11)).toMatchObject({
      sheets: 2,
      printed: 21,
    });
  });
});

/** Every province-level code of GB/T 2260, the residence permits' 81 to 83 (港, 澳, 台) and 91, once written for abroad. */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91'.split(
    ' ',
  ),
);
/** Without prefectures of their own in ID numbers: 710000, 810000, 820000, 830000. */
const UNDIVIDED = new Set(['71', '81', '82', '83', '91']);

/**
 * Whether the first six digits of an ID number can be an area. Good for a hint, never for more.
 *
 * Checked: the province; that the prefecture lies where GB/T 2260 ever put one (01-70, and 90 for counties directly
 * under a province; 00 only with a county, as Hainan's were numbered until 2001). Foreigners' cards since 2023 begin
 * with 9 and the province that issued them; 99 is nobody's area and marks made-up numbers.
 *
 * Not checked: whether a prefecture or a county of that number exists or existed. Numbers keep the code of the day they
 * were issued, and the lists that are published begin in 2002; a complete history is not to be had, and a real person's
 * code must never be called unknown.
 */
export function areaKnown(code6: string): boolean {
  if (!/^\d{6}$/.test(code6)) return false;
  if (code6.startsWith('99') || (code6.startsWith('9') && PROVINCES.has(code6.slice(1, 3)))) return true;
  const province = code6.slice(0, 2);
  if (!PROVINCES.has(province)) return false;
  const prefecture = Number(code6.slice(2, 4));
  if (prefecture === 0) return UNDIVIDED.has(province) || !code6.endsWith('00');
  return prefecture <= 70 || prefecture === 90;
}

/**
 * Runs within a page: what of it is wider than the screen, cut by whatever holds it, or lies on something else. Tables may be
 * scrolled, where something says so (`.scroll`).
 */
export function cutOrOverlapping() {
  const found = [];
  const name = (element) => `${element.tagName.toLowerCase()} “${(element.textContent ?? '').trim().slice(0, 30)}”`;
  const isSeen = (element) =>
    element.checkVisibility({ visibilityProperty: true }) && !element.closest('.skip,caption,option');
  const isScrolled = (element) => element.closest('.scroll') !== null;
  if (document.documentElement.scrollWidth > innerWidth) found.push('the page is wider than the screen');

  const leaves = [...document.querySelectorAll('body *')].filter(
    (element) =>
      isSeen(element) && [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue.trim() !== ''),
  );
  // Where text stands, line by line: a box of an element that wraps holds what is not its own.
  const lines = leaves.flatMap((element) =>
    [...element.childNodes]
      .filter((node) => node.nodeType === 3 && node.nodeValue.trim() !== '')
      .flatMap((node) => {
        const range = document.createRange();
        range.selectNodeContents(node);
        return [...range.getClientRects()].map((box) => ({ element, box }));
      })
      .filter(({ box }) => box.width > 1 && box.height > 1),
  );
  for (const { element, box } of lines) {
    if (isScrolled(element)) continue;
    if (box.left < -1 || box.right > innerWidth + 1) found.push(`off the screen: ${name(element)}`);
    const svg = element.closest('svg[width="100%"]')?.getBoundingClientRect();
    if (svg && (box.right > svg.right + 1 || box.top < svg.top - 3 || box.bottom > svg.bottom + 3))
      found.push(`cut by its chart: ${name(element)}`);
  }
  // In the order of their tops only neighbours can meet.
  const sorted = lines.filter(({ element }) => !isScrolled(element)).sort((a, b) => a.box.top - b.box.top);
  for (const [index, { element, box }] of sorted.entries()) {
    for (let next = index + 1; next < sorted.length && sorted[next].box.top < box.bottom - 4; next += 1) {
      const other = sorted[next];
      if (other.element === element) continue;
      if (other.box.left < box.right - 2 && box.left < other.box.right - 2)
        found.push(`lie on each other: ${name(element)} and ${name(other.element)}`);
    }
  }
  return [...new Set(found)].slice(0, 10);
}

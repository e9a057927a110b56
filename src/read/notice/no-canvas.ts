/** What pdfjs looks for when it is loaded, and only drawing uses: for text nobody needs the canvas that would bring it. */
for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) {
  if (!(name in globalThis)) Object.assign(globalThis, { [name]: class {} });
}

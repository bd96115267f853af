// Runs in the rendered page and returns what stands where, in CSS pixels of each .page. Every text lies in an element with data-t (one block of
// text that may wrap); data-type on an ancestor names the part of the sheet, data-f the field; data-ignore marks ink that is no text to be read.
(async () => {
  await document.fonts.ready;
  const context = document.createElement('canvas').getContext('2d');

  // The ink of a run of text, from the font's own outlines: the rectangle of a range is as tall as the font's ascent and descent.
  const inkOf = (text, rect, element) => {
    const style = getComputedStyle(element);
    context.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    context.letterSpacing = style.letterSpacing === 'normal' ? '0px' : style.letterSpacing;
    const m = context.measureText(text);
    const scale = m.width > 0 ? rect.width / m.width : 1;
    const baseline = rect.top + (rect.height - m.fontBoundingBoxAscent - m.fontBoundingBoxDescent) / 2 + m.fontBoundingBoxAscent;
    return {
      x1: rect.left - m.actualBoundingBoxLeft * scale, y1: baseline - m.actualBoundingBoxAscent,
      x2: rect.left + m.actualBoundingBoxRight * scale, y2: baseline + m.actualBoundingBoxDescent,
    };
  };

  const union = (a, b) => ({ x1: Math.min(a.x1, b.x1), y1: Math.min(a.y1, b.y1), x2: Math.max(a.x2, b.x2), y2: Math.max(a.y2, b.y2) });
  const range = document.createRange();

  // Pieces of a text node that stand on one line without a blank.
  const wordsOf = node => {
    const words = [];
    const text = node.data;
    for (const match of text.matchAll(/[^\s\u200b]+/gu)) {
      let start = match.index;
      const end = start + match[0].length;
      while (start < end) {
        range.setStart(node, start);
        range.setEnd(node, end);
        let stop = end;
        const rects = [...range.getClientRects()].filter(r => r.width > 0);
        if (rects.length === 0) break;
        if (rects.some(r => Math.abs(r.top - rects[0].top) > r.height / 2)) {
          for (stop = start + 1; stop < end; stop++) {
            range.setStart(node, stop);
            range.setEnd(node, stop + 1);
            const next = range.getBoundingClientRect();
            if (next.width > 0 && Math.abs(next.top - rects[0].top) > next.height / 2) break;
          }
        }
        range.setStart(node, start);
        range.setEnd(node, stop);
        const piece = text.slice(start, stop);
        const rect = range.getBoundingClientRect();
        words.push({ text: piece, top: rect.top, height: rect.height, left: rect.left, ink: inkOf(piece, rect, node.parentElement), node, start, stop,
          f: node.parentElement.closest('[data-f]')?.dataset.f ?? null });
        start = stop;
      }
    }
    return words;
  };

  const pages = [...document.querySelectorAll('.page')].map(page => {
    const frame = page.getBoundingClientRect();
    const here = box => ({ x1: box.x1 - frame.left, y1: box.y1 - frame.top, x2: box.x2 - frame.left, y2: box.y2 - frame.top });
    const rectOf = element => { const r = element.getBoundingClientRect(); return here({ x1: r.left, y1: r.top, x2: r.right, y2: r.bottom }); };
    const lines = [];
    for (const block of page.querySelectorAll('[data-t]')) {
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      let current = null;
      let previous = null;
      let blank = false;
      while (walker.nextNode()) {
        // A text node of blanks alone, as between two elements, holds no word but keeps its neighbours apart.
        blank ||= /^\s+$/u.test(walker.currentNode.data);
        for (const word of wordsOf(walker.currentNode)) {
          const middle = word.top + word.height / 2;
          if (current === null || Math.abs(middle - current.middle) > Math.min(word.height, current.height) / 2) {
            current = { middle, height: word.height, words: [], ink: word.ink, type: block.closest('[data-type]')?.dataset.type ?? 'body',
              cell: block.closest('td,th'), flow: block.dataset.t };
            lines.push(current);
          } else {
            const glued = previous.node === word.node ? previous.stop === word.start
              : !/\s$/u.test(previous.node.data) && !/^\s/u.test(word.node.data);
            if (glued && !blank && previous.stop === (previous.node === word.node ? word.start : previous.node.data.length)) word.glued = true;
          }
          current.ink = union(current.ink, word.ink);
          current.words.push(word);
          previous = word;
          blank = false;
        }
      }
    }
    const tables = [...page.querySelectorAll('table')].map(table => {
      const taken = [];
      const cells = [];
      let columns = 0;
      [...table.rows].forEach((row, r) => {
        let c = 0;
        for (const cell of row.cells) {
          while (taken[r]?.[c]) c++;
          for (let i = 0; i < cell.rowSpan; i++) for (let j = 0; j < cell.colSpan; j++) (taken[r + i] ??= [])[c + j] = true;
          cells.push({ row: r, column: c, rowSpan: cell.rowSpan, columnSpan: cell.colSpan, box: rectOf(cell),
            lines: lines.flatMap((line, index) => line.cell === cell ? [index] : []) });
          columns = Math.max(columns, c + cell.colSpan);
        }
      });
      return { box: rectOf(table), rows: table.rows.length, columns, cells };
    });
    return {
      width: frame.width, height: frame.height, left: frame.left + scrollX, top: frame.top + scrollY, tables,
      lines: lines.map(line => ({ type: line.type, box: here(line.ink), handwritten: line.flow === 'hand',
        words: line.words.map(w => ({ text: w.text, glued: w.glued === true, f: w.f, box: here(w.ink) })) })),
      ignored: [...page.querySelectorAll('[data-ignore]')].map(rectOf),
    };
  });
  return JSON.stringify(pages);
})()

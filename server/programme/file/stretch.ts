/** How far a text may stretch: lines, and characters of one line. */
export interface Stretch {
  lines: number;
  line: number;
}

/** Says where a text has more lines, or a longer line, than it may: both keep a parser busy for seconds. Null where it has not. */
export function refuseStretch(text: string, most: Stretch): { line: number; message: string } | null {
  let line = 0;
  for (let from = 0; from <= text.length; ) {
    const found = text.indexOf('\n', from);
    const end = found === -1 ? text.length : found;
    line += 1;
    if (line > most.lines)
      return { line, message: `The file has more than ${most.lines} lines; no programme needs so many.` };
    if (end - from > most.line)
      return { line, message: `This line is longer than ${most.line} characters; no programme needs that.` };
    from = end + 1;
  }
  return null;
}

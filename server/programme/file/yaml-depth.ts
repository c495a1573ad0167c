import { CST, Lexer } from 'yaml';

/** Deepest nesting of lists and groups; an event file needs six. */
export const deepest = 40;

/** Most words and signs in a file. The largest conferences need a third of it. */
const mostTokens = 300_000;

/**
 * Looks at a text before anything recursive does: gives the sentence and the line where it nests too deeply or
 * holds too many words and signs, else null. Reads once, from front to back.
 */
export function refuseNesting(text: string): { line: number; message: string } | null {
  let line = 1;
  let column = 0;
  let flow = 0;
  let tokens = 0;
  const indents: number[] = [];
  for (const token of new Lexer().lex(text)) {
    tokens += 1;
    const type = CST.tokenType(token);
    if (type === 'flow-map-start' || type === 'flow-seq-start') flow += 1;
    else if (type === 'flow-map-end' || type === 'flow-seq-end') flow = Math.max(0, flow - 1);
    else if (flow === 0 && opensBlock(type)) {
      while ((indents.at(-1) ?? -1) > column) indents.pop();
      if (indents.at(-1) !== column) indents.push(column);
    }
    if (flow + indents.length > deepest) {
      return {
        line,
        message: `Lists and groups are nested more than ${deepest} deep here; an event file needs six.`,
      };
    }
    if (tokens > mostTokens)
      return { line, message: 'The file holds more words and signs than any programme needs.' };
    const lastBreak = token.lastIndexOf('\n');
    if (lastBreak === -1) column += token.length;
    else {
      column = token.length - lastBreak - 1;
      for (let at = token.indexOf('\n'); at !== -1; at = token.indexOf('\n', at + 1)) line += 1;
    }
  }
  return null;
}

function opensBlock(type: CST.TokenType | null): boolean {
  return type === 'seq-item-ind' || type === 'explicit-key-ind' || type === 'scalar' || type === null;
}

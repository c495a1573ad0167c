import type { Issue } from '../../../shared/wire/refusals.ts';

/** The steps from the whole file to one field: names and positions. */
export type Path = readonly PropertyKey[];

/** One thing wrong with a field, before its line is known. */
export interface Finding {
  path: Path;
  message: string;
}

/** Most things said about one file; who has more of them repairs the first hundred first. */
const mostIssues = 100;

/** A path in the words of the event file: `sessions[2].start`, counted from 0; `(file)` for the whole. */
export function pathText(path: Path): string {
  let written = '';
  for (const step of path) {
    if (typeof step === 'number') written += `[${step}]`;
    else if (/^[\w-]{1,60}$/.test(String(step)))
      written += written === '' ? String(step) : `.${String(step)}`;
    else written += `[${JSON.stringify(String(step).slice(0, 60))}]`;
  }
  return written === '' ? '(file)' : written;
}

/** Gives findings their path as text and, where a file has lines, their line. */
export function placed(findings: readonly Finding[], lineOf?: (path: Path) => number): Issue[] {
  return findings.map(({ path, message }) => ({
    path: pathText(path),
    ...(lineOf && { line: lineOf(path) }),
    message,
  }));
}

/** Issues in the order of their lines: the first hundred, and a last one that says there are more. */
export function atMost(issues: readonly Issue[], fileName?: string): Issue[] {
  const inOrder = issues.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
  const shown = inOrder
    .slice(0, mostIssues)
    .map((issue) =>
      issue.path === '(file)' && fileName !== undefined ? { ...issue, path: fileName } : issue,
    );
  const last = shown.at(-1);
  if (inOrder.length === shown.length || !last) return shown;
  return [...shown, { ...last, message: 'There are more problems after this one; repair these first.' }];
}

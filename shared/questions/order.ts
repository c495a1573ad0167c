/**
 * [Q35] The order of a list by support: most first, of equals the one with the smaller number, which is all that everybody
 * knows of both. Hidden counts count as none; what has no number comes last.
 */
export function bySupport(a: Supported, b: Supported): number {
  return (b.upvotes ?? 0) - (a.upvotes ?? 0) || numberOf(a) - numberOf(b);
}

/** [Q35] The order of what was answered: the newest answer first, of equals the one with the smaller number. */
export function byAnswer(a: Answered, b: Answered): number {
  const [one, other] = [a.answeredAt ?? '', b.answeredAt ?? ''];
  return one === other ? numberOf(a) - numberOf(b) : one < other ? 1 : -1;
}

/** What the support of a question is read from; every view's questions have it. */
interface Supported {
  readonly n: number | null;
  readonly upvotes: number | null;
}

/** When a question was answered (ISO, UTC); every view's questions have it. */
interface Answered {
  readonly n: number | null;
  readonly answeredAt: string | null;
}

function numberOf({ n }: { readonly n: number | null }): number {
  return n ?? Number.MAX_SAFE_INTEGER;
}

/** Why something was refused: a closed list, the same on socket and HTTP. */
export const refusalReasons = [
  'malformed',
  'no-badge',
  'not-allowed',
  'unknown',
  'not-now',
  'conflict',
  'too-fast',
  'too-large',
  'unavailable',
  'import',
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** The HTTP status of each reason. */
export const httpStatus: Record<RefusalReason, number> = {
  malformed: 400,
  'no-badge': 401,
  'not-allowed': 403,
  unknown: 404,
  'not-now': 409,
  conflict: 409,
  'too-large': 413,
  import: 422,
  'too-fast': 429,
  unavailable: 503,
};

/** What a noun's rules refuse: each finer word with the reason it belongs to. */
export type Codes = Readonly<Record<string, RefusalReason>>;

/** Milliseconds in a second. */
const second = 1000;

/** Minutes and seconds, `7:05`; what has begun counts as a whole second, so that zero is really zero. */
export function clockDigits(milliseconds: number): string {
  const seconds = Math.ceil(Math.abs(milliseconds) / second);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** How long to wait after a try that failed, and at most, where it goes on; milliseconds. */
const retryMs = { first: 1_000, most: 60_000 };

/** How long to wait after so many failures in a row, in milliseconds: twice as long each time; 0 after none. */
export function retryPause(failures: number): number {
  return failures === 0 ? 0 : Math.min(retryMs.first * 2 ** (failures - 1), retryMs.most);
}

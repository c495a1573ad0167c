/**
 * Starts to measure how long this process computes; gives what it took so far, in milliseconds. What other processes do
 * on the same machine meanwhile is no fault of the code: time on the wall counts only where it is shorter.
 */
export function busy(): () => number {
  const [began, before] = [performance.now(), process.cpuUsage()];
  return () => {
    const { user, system } = process.cpuUsage(before);
    return Math.min(performance.now() - began, (user + system) / 1_000);
  };
}

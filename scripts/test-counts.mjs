// The counts of a test run, from vitest's JSON report.

/**
 * How many tests passed, failed and were skipped. A file that failed without a failed test of its own
 * (it did not load, or a hook broke) counts as one, and so does a run that failed for any other reason.
 */
export function count(report, exitCode) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const file of report?.testResults ?? []) {
    const failed = file.assertionResults.filter(({ status }) => status === 'failed').length;
    const passed = file.assertionResults.filter(({ status }) => status === 'passed').length;
    counts.failed += file.status === 'failed' ? Math.max(failed, 1) : failed;
    counts.passed += passed;
    counts.skipped += file.assertionResults.length - failed - passed;
  }
  if (exitCode !== 0 && counts.failed === 0 && counts.passed > 0) counts.failed = 1;
  return counts;
}

/** `12 passed, 0 failed`, with `, 3 skipped` where some were. */
export function plainLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

import { describe, expect, test } from 'vitest';
import { count, plainLine } from '../../scripts/test-counts.mjs';

/** One test file of vitest's JSON report. */
const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((outcome) => ({ status: outcome })),
});

describe('counting a test run', () => {
  test('counts tests, and those that did not run apart', () => {
    const report = { testResults: [file('passed', 'passed', 'passed', 'pending'), file('failed', 'failed')] };
    expect(count(report, 1)).toEqual({ passed: 2, failed: 1, skipped: 1 });
  });

  test('counts a file that did not load, or whose hook broke, as one failure', () => {
    const report = { testResults: [file('failed'), file('failed', 'skipped', 'skipped')] };
    expect(count(report, 1)).toEqual({ passed: 0, failed: 2, skipped: 2 });
  });

  test('does not call a run green that vitest called failed', () => {
    expect(count({ testResults: [file('passed', 'passed')] }, 1)).toMatchObject({ failed: 1 });
  });

  test('ends in one plain line', () => {
    expect(plainLine({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed');
    expect(plainLine({ passed: 12, failed: 1, skipped: 3 })).toBe('12 passed, 1 failed, 3 skipped');
  });
});

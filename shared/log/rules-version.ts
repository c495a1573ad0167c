/**
 * The number of the rules under which entries are made. Whoever changes what is accepted or its effect raises it,
 * keeps the old branch, and adds a recorded log with its final hash to `test/fixtures/logs/`.
 *
 * 1  2026-11  the first rules
 */
export const rulesVersion = 1;

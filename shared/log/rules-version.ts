/**
 * The number of the rules under which entries are made. Whoever changes what is accepted or its effect raises it, keeps the
 * old branch, and adds a recorded day to `test/fixtures/logs/` (`npm run record`), which ends in the same hash for ever.
 *
 * 4  2026-11  the rules of 0.1.0
 * 5  2026-11  texts of every kind lie beside the log; only `participant.describe` changes a known person; invites are made
 *             by an entry and end with their maker
 * 6  2026-11  the staff prepares questions; labels, passcodes and a look are settings
 */
export const rulesVersion = 6;

/** The oldest rules whose logs are read: those before it were never released. */
export const oldestRules = 4;

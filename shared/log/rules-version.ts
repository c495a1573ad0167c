/**
 * The number of the rules under which entries are made, and the only one that is read. Nothing is released before 0.1.0:
 * until then rules change without branches, and the one recorded day in `test/fixtures/logs/` is recorded anew
 * (`npm run record`), each time in a commit that says which rule moved it. From then on, whoever changes what is accepted
 * or its effect raises the number, keeps the old branch, and adds a recorded day.
 *
 * 4  2026-11  the rules of 0.1.0
 */
export const rulesVersion = 4;

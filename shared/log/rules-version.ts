/**
 * The number of the rules under which entries are made. Whoever changes what is accepted or its effect raises it,
 * keeps the old branch, and adds a recorded log with its final hash to `test/fixtures/logs/`.
 *
 * 1  2026-11  the first rules
 * 2  2026-11  messages to a speaker and their acknowledgement; sessions cancelled by a file; a day long past;
 *             seconds into a fixed session are nobody's decision; a break that begins late keeps its end; what was
 *             passed over, fixed or not; what a deed makes due; late parts; minutes of the Q&A; orders that outlast
 *             programmes and leave pauses; last calls from when an end is known; programmes that are taken back
 * 3  2026-11  displays with a name, a room and a layout; scenes at an operator's word; what is on screen leaves Up next;
 *             a kept question belongs where it is kept for; slow mode, newcomers wait; marked words; what the server
 *             approves while nobody is at a desk is audited; a speaker who asks stays a speaker; bans by mark
 */
export const rulesVersion = 3;

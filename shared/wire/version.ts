/**
 * The number of the protocol; the server says it in every view, and clients that know another reload.
 *
 * 1  2026-11  the first protocol
 */
export const protocolVersion = 1;

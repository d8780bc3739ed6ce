/**
 * The most that a command may name, in minor units or smallest steps, and that a bill may come to. Far beyond any shop, yet
 * 900 of it still sum to an integer that is counted exactly.
 */
export const MOST = 10_000_000_000_000

/** Longest terms in days: a due date beyond is a slip of the keyboard. */
export const LONGEST_TERMS = 3650

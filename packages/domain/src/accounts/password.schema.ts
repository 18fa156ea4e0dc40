/** Shortest password that is taken, in characters: length protects where rules about signs do not (NIST SP 800-63B, 3.1.1). */
export const SHORTEST_PASSWORD = 12;

/** Longest password that is taken; hashing something endless would keep the server busy. */
export const LONGEST_PASSWORD = 128;

/** How long the link for a new password is good for. */
export const RESET_MINUTES = 60;

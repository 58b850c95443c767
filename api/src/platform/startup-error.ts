/** Something outside the program keeps it from starting; the message is the one line that the user sees. */
export class StartupError extends Error {}

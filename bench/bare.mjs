/** The campaign and asset of what is inserted bare, so that it can be told from what the product has taken in. */
export const BARE = 1_000_000_000;

/** What Nest injects for `Config` and the log, which are no classes. */
export const CONFIG = Symbol('config');
export const LOG = Symbol('log');

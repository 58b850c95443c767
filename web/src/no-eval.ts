/**
 * Zod compiles its checks with `new Function` where it may. Our pages forbid that (Content-Security-Policy), and its
 * attempt alone stands as an error in the console; so it is told before it loads. It reads this object on its first line.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

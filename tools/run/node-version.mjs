/* Runs on any Node since 14, so that an old one is answered in words. */
const WANTED_MAJOR = 24;
const WANTED_MINOR = 15;

/** Ends the process with one clear line when this Node is too old for Tallysheet. */
export function demandNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > WANTED_MAJOR || (major === WANTED_MAJOR && minor >= WANTED_MINOR)) return;
  console.error(
    `Tallysheet needs Node ${WANTED_MAJOR}.${WANTED_MINOR} or newer; this is ${process.version}. ` +
      'After "npm ci", "npm start" and "npm test" bring their own: use them instead of calling node.',
  );
  process.exit(1);
}

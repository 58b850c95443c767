import { MESSAGE_LEVELS, type MessageLevel } from '@tallysheet/contract';

/** Whether a level is of what only each message knows of itself: no tally is kept by it. */
export function isMessageLevel(level: string): level is MessageLevel {
  return (MESSAGE_LEVELS as readonly string[]).includes(level);
}

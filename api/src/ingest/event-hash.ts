import { hash } from 'node:crypto';

const PLACE_BYTES = 6;
const HASH_BYTES = 10;

/**
 * The 16 bytes by which an event is known within its source: how its id begins, then a hash of all of it. Most senders
 * count their events or begin their ids with the time; as such ids stand in order in the index, what comes together is
 * stored together, however much is stored already.
 */
export function idHash(id: string): Buffer {
  // From the first digit on: what stands before it is most often the same in all ids of a sender.
  const from = Math.max(0, id.search(/[0-9]/));
  const bytes = withHash(`id:${id}`);
  bytes.fill(0, 0, PLACE_BYTES);
  bytes.write(id.slice(from, from + PLACE_BYTES), 0, PLACE_BYTES, 'latin1');
  return bytes;
}

/** The same of an event without an id: its time, and a hash of all its fields. */
export function fieldsHash(fields: string, at: number): Buffer {
  const bytes = withHash(`fields:${fields}`);
  bytes.writeUIntBE(at, 0, PLACE_BYTES);
  return bytes;
}

function withHash(text: string): Buffer {
  // Small byte arrays that share one piece of memory are far cheaper to keep than ones of their own.
  const bytes = Buffer.allocUnsafe(PLACE_BYTES + HASH_BYTES);
  bytes.write(hash('sha256', text, 'binary'), PLACE_BYTES, HASH_BYTES, 'latin1');
  return bytes;
}

/** How wide the mail is laid out, and how much it is drawn smaller to fit. */
export interface FrameLayout {
  width: number;
  height: number;
  scale: number;
}

export interface Room {
  width: number;
  height: number;
}

/** A mail of 600 px with some air beside it: narrower, and desktop styles would give way to those for phones. */
const LEAST_DESKTOP = 640;
const MOST_DESKTOP = 960;
const PHONE = { width: 375, height: 740 };
/** A screen not much wider than a phone shows the phone view edge to edge. */
const IS_PHONE_ITSELF = 430;

/** The size a mail is laid out at, for the room there is. */
export function frameLayout(view: 'desktop' | 'phone', room: Room): FrameLayout {
  if (view === 'phone') {
    if (room.width <= IS_PHONE_ITSELF) return { width: room.width, height: room.height, scale: 1 };
    return { width: PHONE.width, height: Math.min(room.height, PHONE.height), scale: 1 };
  }
  const width = Math.min(MOST_DESKTOP, Math.max(LEAST_DESKTOP, room.width));
  const scale = Math.min(1, room.width / width);
  return { width, height: scale > 0 ? room.height / scale : 0, scale };
}

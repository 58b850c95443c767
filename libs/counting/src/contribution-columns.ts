import type { Audience, Counter, TallyBasis } from '@tallysheet/contract';
import type { Contribution } from './contribution';
import { QUARTER_MS } from './slots';

/** What many contributions have in common: whose they are, and what they add. */
export interface Shape {
  audience: Audience;
  counters: Contribution['counters'];
}

/** What messages add in one basis, a row for each quarter hour that a message counts in. */
export interface BasisColumns {
  /** The place of the person among all people. */
  person: Uint32Array;
  slot: Int32Array;
  /** The place in `shapes`. */
  shape: Uint16Array | Uint32Array;
  shapes: readonly Shape[];
  /** The moment of sending, in ms since the slot began; `NO_MOMENT` where it was not sent in it. */
  sent: Uint32Array;
  /** The rows with activity, and its first and last moment. */
  active: { row: Uint32Array; first: Float64Array; last: Float64Array };
  /** The first and the last slot: what is asked for outside need not be looked at. */
  slots: { first: number; last: number };
}

/**
 * What the messages of one campaign × asset add to the tallies, as columns of numbers: any people among them can be
 * counted by walking through a few arrays. It holds the same contributions that the tallies are made of, and nothing else.
 */
export interface ContributionColumns {
  bases: Readonly<Record<TallyBasis, BasisColumns>>;
  /** What it takes of memory. */
  bytes: number;
}

export const NO_MOMENT = 0xffff_ffff;
const SHAPES_IN_16_BITS = 0x1_0000;

/** Takes messages in, one by one. */
export class ContributionColumnsBuilder {
  private readonly bases = { sent: new BasisBuilder(), activity: new BasisBuilder() };

  /** `person` is the place of whose message it is. */
  add(person: number, audience: Audience, contributions: readonly Contribution[]): void {
    for (const each of contributions) this.bases[each.basis].add(person, audience, each);
  }

  build(): ContributionColumns {
    const bases = { sent: this.bases.sent.build(), activity: this.bases.activity.build() };
    return { bases, bytes: bytesOf(bases.sent) + bytesOf(bases.activity) };
  }
}

class BasisBuilder {
  private readonly person: number[] = [];
  private readonly slot: number[] = [];
  private readonly shape: number[] = [];
  private readonly sent: number[] = [];
  private readonly activeRow: number[] = [];
  private readonly first: number[] = [];
  private readonly last: number[] = [];
  private readonly shapes: Shape[] = [];
  private readonly shapeOf = new Map<string, number>();
  private firstSlot = Infinity;
  private lastSlot = -Infinity;

  add(person: number, audience: Audience, { slot, counters, extremes }: Contribution): void {
    const row = this.person.length;
    this.person.push(person);
    this.slot.push(slot);
    this.shape.push(this.placeOf(audience, counters));
    const { firstSentAt, firstActivityAt, lastActivityAt } = extremes;
    this.sent.push(firstSentAt === undefined ? NO_MOMENT : firstSentAt - slot * QUARTER_MS);
    if (firstActivityAt !== undefined && lastActivityAt !== undefined) {
      this.activeRow.push(row);
      this.first.push(firstActivityAt);
      this.last.push(lastActivityAt);
    }
    this.firstSlot = Math.min(this.firstSlot, slot);
    this.lastSlot = Math.max(this.lastSlot, slot);
  }

  build(): BasisColumns {
    const isNarrow = this.shapes.length <= SHAPES_IN_16_BITS;
    return {
      person: Uint32Array.from(this.person),
      slot: Int32Array.from(this.slot),
      shape: isNarrow ? Uint16Array.from(this.shape) : Uint32Array.from(this.shape),
      shapes: this.shapes,
      sent: Uint32Array.from(this.sent),
      active: {
        row: Uint32Array.from(this.activeRow),
        first: Float64Array.from(this.first),
        last: Float64Array.from(this.last),
      },
      slots: { first: this.firstSlot, last: this.lastSlot },
    };
  }

  private placeOf(audience: Audience, counters: Contribution['counters']): number {
    let text: string = audience;
    for (const id in counters) text += `,${id}=${counters[id as Counter]}`;
    const known = this.shapeOf.get(text);
    if (known !== undefined) return known;
    const place = this.shapes.push({ audience, counters }) - 1;
    this.shapeOf.set(text, place);
    return place;
  }
}

function bytesOf({ person, slot, shape, sent, active }: BasisColumns): number {
  const arrays = [person, slot, shape, sent, active.row, active.first, active.last];
  return arrays.reduce((sum, { byteLength }) => sum + byteLength, 0);
}

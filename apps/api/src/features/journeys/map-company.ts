/** Where somebody sits at a map: in a cell that is being written, or only looking. */
export interface Seat {
  readonly membershipId: string;
  readonly stageId: string | null;
  readonly lane: string | null;
}

interface TakenSeat extends Seat {
  heardAt: number;
  /** Has said good-bye. Kept for a moment: whoever goes from one cell to the next stands up and sits down again. */
  leaving: boolean;
}

/** A seat of a process that was killed says no good-bye: it is empty when nothing was heard of it for so long. */
export const SILENT_AFTER_MS = 60_000;

/** Who else is at a map, as one of those who are there hears it. */
export class MapCompany {
  private readonly seats = new Map<string, TakenSeat>();

  constructor(private readonly self: string) {}

  heard(seatId: string, seat: Seat, now: number): void {
    this.seats.set(seatId, { ...seat, heardAt: now, leaving: false });
  }

  leaves(seatId: string): void {
    const seat = this.seats.get(seatId);
    if (seat) seat.leaving = true;
  }

  gone(seatId: string): void {
    if (this.seats.get(seatId)?.leaving) this.seats.delete(seatId);
  }

  /** One seat for each of the others, whatever they have open: the one in which they write. Oneself is not company. */
  others(now: number): Seat[] {
    const best = new Map<string, TakenSeat>();
    for (const [id, seat] of this.seats) {
      if (now - seat.heardAt > SILENT_AFTER_MS) this.seats.delete(id);
      else if (seat.membershipId !== this.self) {
        const known = best.get(seat.membershipId);
        if (!known || weight(seat) > weight(known)) best.set(seat.membershipId, seat);
      }
    }
    return [...best.values()]
      .map(({ membershipId, stageId, lane }) => ({ membershipId, stageId, lane }))
      .sort((a, b) => (a.membershipId < b.membershipId ? -1 : 1));
  }
}

const weight = ({ leaving, stageId }: TakenSeat): number => (leaving ? 0 : 2) + (stageId ? 1 : 0);

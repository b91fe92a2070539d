import { AppError } from "@/lib/errors";

interface Waiting {
  lease: Lease;
  bytes: number;
  resolve: () => void;
  reject: (error: AppError) => void;
  timer: NodeJS.Timeout;
}

/** What one body holds of the budget. */
export class Lease {
  held = 0;

  /** @param patienceMs for which it still waits, all its waits together */
  constructor(private readonly gate: Gate, readonly order: number, public patienceMs: number) {}

  /** Reserves more, waiting its turn. @throws AppError `busy` when its patience ends */
  async grow(bytes: number): Promise<void> {
    const asked = performance.now();
    await this.gate.grow(this, bytes);
    this.patienceMs -= performance.now() - asked;
  }
  close(): void {
    this.gate.close(this);
  }
}

/**
 * A budget of bytes over all bodies under way. A body reserves as it grows. The oldest always gets what it asks for, so
 * that bodies that wait for each other cannot stop all of them; memory is therefore bounded by the budget plus one body.
 */
export class Gate {
  private used = 0;
  private count = 0;
  private readonly open = new Set<Lease>();
  private waiting: Waiting[] = [];

  constructor(private readonly budgetBytes: number) {}

  get usedBytes(): number {
    return this.used;
  }

  /** @param patienceMs for which the body waits in all */
  enter(patienceMs: number): Lease {
    this.count += 1;
    const lease = new Lease(this, this.count, patienceMs);
    this.open.add(lease);
    return lease;
  }

  grow(lease: Lease, bytes: number): Promise<void> {
    if (this.fits(lease, bytes)) {
      this.take(lease, bytes);
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.waiting = this.waiting.filter((entry) => entry.timer !== timer);
        reject(new AppError("busy", "So many inventories are under way that this one cannot be read now.", { members: { mend: "Send it again after the time in Retry-After." } }));
      }, Math.max(0, lease.patienceMs));
      this.waiting.push({ lease, bytes, resolve, reject, timer });
      this.waiting.sort((a, b) => a.lease.order - b.lease.order);
    });
  }

  release(lease: Lease, bytes: number): void {
    lease.held -= bytes;
    this.used -= bytes;
    this.admit();
  }

  close(lease: Lease): void {
    this.open.delete(lease);
    this.waiting.filter((entry) => entry.lease === lease).forEach((entry) => { clearTimeout(entry.timer); });
    this.waiting = this.waiting.filter((entry) => entry.lease !== lease);
    this.release(lease, lease.held);
  }

  private fits(lease: Lease, bytes: number): boolean {
    if (this.used + bytes <= this.budgetBytes && this.waiting.every((entry) => entry.lease.order > lease.order)) return true;
    const [oldest] = this.open;
    return oldest === lease;
  }

  private take(lease: Lease, bytes: number): void {
    lease.held += bytes;
    this.used += bytes;
  }

  private admit(): void {
    for (let next = this.waiting[0]; next !== undefined; next = this.waiting[0]) {
      const [oldest] = this.open;
      if (next.lease !== oldest && this.used + next.bytes > this.budgetBytes) return;
      this.waiting.shift();
      clearTimeout(next.timer);
      this.take(next.lease, next.bytes);
      next.resolve();
    }
  }
}

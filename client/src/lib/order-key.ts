export interface Attempt<Order> {
  key: string
  order: Order
}

/**
 * One idempotency key per act of ordering. While no answer has come, pressing again sends the very same order under the same
 * key, even if the price on the button has moved meanwhile: whichever of them arrives, one order comes of it. Any answer ends
 * that, and the next press is a new act.
 */
export class OrderKey<Order extends object> {
  private held: (Attempt<Order> & { what: string }) | null = null
  private readonly fresh: () => string

  constructor(fresh: () => string) {
    this.fresh = fresh
  }

  /** What to send for this order, which may hold the price of its button as `shownEach` or `shownTotal`. */
  attempt(order: Order): Attempt<Order> {
    const what = JSON.stringify({ ...order, shownEach: undefined, shownTotal: undefined })
    if (this.held?.what !== what) this.held = { key: this.fresh(), order, what }
    return { key: this.held.key, order: this.held.order }
  }

  /** The studio has answered, well or badly. */
  answered(): void {
    this.held = null
  }
}

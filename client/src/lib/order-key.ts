/**
 * One idempotency key per act of ordering. The key is kept while the outcome is unknown (the answer never came), so that
 * pressing again asks after the same order instead of paying for a second; any answer at all ends it.
 */
export class OrderKey {
  private held: { key: string; order: string } | null = null

  constructor(private readonly fresh: () => string) {}

  /** The key to send with this order. */
  of(order: unknown): string {
    const text = JSON.stringify(order)
    if (this.held?.order !== text) this.held = { key: this.fresh(), order: text }
    return this.held.key
  }

  /** The studio has answered, well or badly: the next press is a new act. */
  answered(): void {
    this.held = null
  }
}

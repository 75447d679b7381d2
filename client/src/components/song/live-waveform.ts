import { pointBytes, type Level, type Waveform } from './waveform'

/** What the studio decodes at, and the samples of its finest points. */
const sampleRate = 22_050
const finest = 128
const step = 4
const levels = 4

/**
 * A waveform that grows while the song is being decoded. Only the finest points come over the wire; the coarser ones are
 * made here the way the studio makes them, so that a long song draws as fast as a finished one.
 */
export class LiveWaveform {
  private readonly stores = Array.from({ length: levels }, () => ({ bytes: new Uint8Array(1 << 16), count: 0 }))
  private rest = new Uint8Array(0)

  /** Takes the next bytes, however the network has cut them. */
  add(bytes: Uint8Array): void {
    const all = new Uint8Array(this.rest.length + bytes.length)
    all.set(this.rest)
    all.set(bytes, this.rest.length)
    const whole = all.length - (all.length % pointBytes)
    for (let at = 0; at < whole; at += pointBytes) this.push(0, all.subarray(at, at + pointBytes))
    this.rest = all.slice(whole)
  }

  /** What has come so far. Its bytes are shared with what comes later, and do not change. */
  get waveform(): Waveform {
    return {
      sampleRate,
      seconds: ((this.stores[0]?.count ?? 0) * finest) / sampleRate,
      levels: this.stores.map(({ bytes, count }, level): Level => ({
        samplesPerPoint: finest * step ** level,
        count,
        points: bytes,
      })),
    }
  }

  private push(level: number, point: Uint8Array): void {
    const store = this.stores[level]
    if (!store) return
    const at = store.count * pointBytes
    if (at + pointBytes > store.bytes.length) {
      const wider = new Uint8Array(store.bytes.length * 2)
      wider.set(store.bytes)
      store.bytes = wider
    }
    store.bytes.set(point, at)
    store.count += 1
    if (store.count % step === 0) {
      this.push(level + 1, summed(store.bytes.subarray(at - (step - 1) * pointBytes, at + pointBytes)))
    }
  }
}

function summed(points: Uint8Array): Uint8Array {
  const sum = new Uint8Array(pointBytes)
  const signed = new Int8Array(points.buffer, points.byteOffset, points.length)
  let [min, max] = [127, -127]
  let [low, mid, high] = [0, 0, 0]
  for (let at = 0; at < points.length; at += pointBytes) {
    min = Math.min(min, signed[at] ?? 0)
    max = Math.max(max, signed[at + 1] ?? 0)
    low += (points[at + 2] ?? 0) / step
    mid += (points[at + 3] ?? 0) / step
    high += (points[at + 4] ?? 0) / step
  }
  new Int8Array(sum.buffer).set([min, max])
  sum.set([low, mid, high], 2)
  return sum
}

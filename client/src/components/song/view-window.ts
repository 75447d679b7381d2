/** The stretch of the song that is in sight, in seconds. */
export interface ViewWindow {
  start: number
  end: number
}

/** Less than that shows single points of the waveform, and nothing new. */
const shortest = 0.5

export const lengthOf = (view: ViewWindow) => view.end - view.start

/** The whole song. */
export function wholeOf(duration: number): ViewWindow {
  return { start: 0, end: Math.max(shortest, duration) }
}

/** Moved and cut so that it lies in the song. */
export function within(view: ViewWindow, duration: number): ViewWindow {
  const whole = wholeOf(duration)
  const length = Math.min(whole.end, Math.max(shortest, lengthOf(view)))
  const start = Math.max(0, Math.min(whole.end - length, view.start))
  return { start, end: start + length }
}

/** Closer (factor above 1) or wider, with the moment `anchor` staying where it is on the screen. */
export function zoomed(view: ViewWindow, factor: number, anchor: number, duration: number): ViewWindow {
  const whole = wholeOf(duration).end
  const length = Math.min(whole, Math.max(shortest, lengthOf(view) / factor))
  const share = (anchor - view.start) / lengthOf(view)
  const start = anchor - share * length
  return within({ start, end: start + length }, duration)
}

export function panned(view: ViewWindow, seconds: number, duration: number): ViewWindow {
  return within({ start: view.start + seconds, end: view.end + seconds }, duration)
}

/** A stretch with a little air around it. */
export function around(start: number, end: number, duration: number): ViewWindow {
  const air = (end - start) * 0.06
  return within({ start: start - air, end: end + air }, duration)
}

/**
 * Keeps a playing moment in sight: when it has passed four fifths of the window, the window turns over so that the moment
 * stands at its fifth. A window that moved with every frame would leave the eye nothing to hold on to.
 */
export function following(view: ViewWindow, moment: number, duration: number): ViewWindow {
  const length = lengthOf(view)
  const inSight = moment >= view.start && moment <= view.start + length * 0.8
  if (inSight || view.end >= duration) return moment < view.start || moment > view.end ? turned() : view
  return turned()

  function turned() {
    const start = moment - length * 0.2
    return within({ start, end: start + length }, duration)
  }
}

export function xOf(seconds: number, view: ViewWindow, width: number): number {
  return ((seconds - view.start) / lengthOf(view)) * width
}

export function secondsAt(x: number, view: ViewWindow, width: number): number {
  return width <= 0 ? view.start : view.start + (x / width) * lengthOf(view)
}

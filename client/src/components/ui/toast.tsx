import { CircleAlert, CircleCheck, X } from 'lucide-react'
import { useEffect, useSyncExternalStore, type ReactNode } from 'react'

interface Toast {
  id: number
  text: ReactNode
  tone: 'done' | 'refused'
  action?: { label: string; run: () => void } | undefined
}

let toasts: readonly Toast[] = []
let last = 0
const listeners = new Set<() => void>()

function change(next: readonly Toast[]) {
  toasts = next
  listeners.forEach((listener) => listener())
}

/** Says that something happened, in passing. What must not be missed belongs on the page. */
export function toast(text: ReactNode, more: { tone?: Toast['tone']; action?: Toast['action'] } = {}): void {
  last += 1
  change([...toasts, { id: last, text, tone: more.tone ?? 'done', action: more.action }].slice(-3))
}

function dismiss(id: number) {
  change(toasts.filter((entry) => entry.id !== id))
}

/** Where toasts appear; stands once in the app. The region is always there, for screen readers watch only what they know. */
export function Toasts() {
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => toasts,
  )
  return (
    <div
      role="status"
      aria-live="polite"
      className="pointer-events-none fixed right-4 bottom-[calc(var(--bar-height)+var(--act-height,0px)+1rem)] left-4 z-50 grid justify-items-end gap-2"
    >
      {shown.map((entry) => (
        <ToastCard key={entry.id} {...entry} />
      ))}
    </div>
  )
}

function ToastCard({ id, text, tone, action }: Toast) {
  useEffect(() => {
    const timer = setTimeout(() => dismiss(id), action ? 12_000 : 6_000)
    return () => clearTimeout(timer)
  }, [id, action])
  const Icon = tone === 'done' ? CircleCheck : CircleAlert
  return (
    <div className="pointer-events-auto flex w-full max-w-sm animate-rise items-center gap-3 rounded-lg border border-edge bg-lifted py-2 pr-2 pl-4 shadow-float">
      <Icon aria-hidden className={`size-5 shrink-0 ${tone === 'done' ? 'text-done' : 'text-refused'}`} />
      <p className="grow text-sm">{text}</p>
      {action && (
        <button
          type="button"
          className="touchable rounded-md px-2 py-1 text-sm font-semibold text-lamp-ink hover:bg-raised"
          onClick={() => {
            action.run()
            dismiss(id)
          }}
        >
          {action.label}
        </button>
      )}
      <button
        type="button"
        aria-label="Dismiss"
        onClick={() => dismiss(id)}
        className="touchable grid size-9 shrink-0 place-items-center rounded-md text-ink-soft hover:bg-raised hover:text-ink"
      >
        <X aria-hidden className="size-[1.125rem]" />
      </button>
    </div>
  )
}

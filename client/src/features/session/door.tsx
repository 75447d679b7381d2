import type { ReactNode } from 'react'
import { useTitle } from '@/lib/use-title'

/** What stands around the pages before the studio: its name over the water, and one thing to do. */
export function Door({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  useTitle(title)
  return (
    <div className="grid min-h-dvh grid-rows-[auto_1fr] lg:grid-rows-1 lg:grid-cols-[minmax(0,1fr)_minmax(32rem,42%)]">
      {/* Night in both themes: a lamp shows nothing by day. */}
      <header className="relative flex min-h-36 scheme-dark flex-col justify-end overflow-hidden bg-well px-6 pt-10 pb-6 lg:p-14">
        <Water />
        <p className="display relative max-w-[11ch] text-2xl leading-[1.05] text-ink lg:text-[4.5rem]">
          Venice Music Video Studio
        </p>
        <p className="relative mt-5 hidden max-w-[38ch] text-lg text-ink-soft lg:block">
          A song, a film in your head, and a price before every take.
        </p>
      </header>
      <main className="flex flex-col border-edge bg-ground px-6 py-8 lg:justify-center lg:border-l lg:px-14">
        <div className="w-full max-w-md">
          <h1 className="display text-xl">{title}</h1>
          {lead && <div className="mt-2 text-ink-soft">{lead}</div>}
          <div className="mt-6">{children}</div>
        </div>
      </main>
    </div>
  )
}

const lines = Array.from({ length: 13 }, (_, index) => index)

/** The lamp of the studio's sign and its light on the water. */
function Water() {
  return (
    <svg
      aria-hidden
      viewBox="0 0 600 600"
      preserveAspectRatio="xMidYMin slice"
      className="absolute inset-x-0 -top-12 h-[calc(100%+3rem)] w-full lg:top-0 lg:h-full"
    >
      <circle cx="430" cy="130" r="34" className="fill-lamp" />
      {lines.map((line) => (
        <rect
          key={line}
          x={430 - spread(line)}
          y={212 + line * 27}
          width={2 * spread(line)}
          height={2.5}
          rx={1.2}
          className="fill-lamp"
          opacity={0.62 - line * 0.045}
        />
      ))}
    </svg>
  )
}

/** Half the width of a reflection: broken, as water breaks it, and wider towards the one who looks. */
function spread(line: number) {
  return 16 + line * 7 + ([10, -8, 16, -4, 20, -14, 6][line % 7] ?? 0)
}

import { useState } from 'react'

/** The first of some sentences, with the others behind a press. */
export function Sentences({ sentences }: { sentences: readonly string[] }) {
  const [whole, setWhole] = useState(false)
  const [first, ...others] = sentences
  if (!first) return null
  return (
    <div className="text-sm text-ink-soft">
      <p>
        {first}
        {others.length > 0 && (
          <button
            type="button"
            aria-expanded={whole}
            onClick={() => setWhole(!whole)}
            className="relative ml-2 rounded-sm text-ink-faint underline underline-offset-2 after:absolute after:-inset-3 hover:text-ink"
          >
            {whole ? 'Less' : `${others.length} more`}
          </button>
        )}
      </p>
      {whole && others.map((sentence) => <p key={sentence}>{sentence}</p>)}
    </div>
  )
}

import { useState } from 'react'
import { useRehearsal } from '@/api/session'
import type { DeskWay } from '@/api/takes'
import { Field } from '@/components/ui/field'
import { PriceButton } from '@/components/ui/price-button'
import { TextArea } from '@/components/ui/text-area'

interface SofterWordsProps {
  way: DeskWay
  busy: boolean
  onSend: (prompt: string) => void
}

/** Words that Venice would take, to be sent as they are or changed before. */
export function SofterWords({ way, busy, onSend }: SofterWordsProps) {
  const [words, setWords] = useState(way.prompt ?? '')
  const rehearsal = useRehearsal()
  const empty = words.trim() === ''
  return (
    <div className="grid justify-items-start gap-2 border-l-2 border-edge-strong pl-3">
      <Field
        label="Words that Venice suggests"
        className="w-full"
        error={empty ? 'Without words nothing can be filmed.' : undefined}
      >
        {(wiring) => (
          <TextArea
            {...wiring}
            minRows={2}
            value={words}
            onChange={(event) => setWords(event.target.value)}
            className="max-h-40 text-sm"
          />
        )}
      </Field>
      <PriceButton
        verb="Film with these words"
        size="sm"
        price={way.price ?? undefined}
        rehearsal={rehearsal}
        busy={busy}
        off={empty}
        onClick={() => onSend(words.trim())}
      />
    </div>
  )
}

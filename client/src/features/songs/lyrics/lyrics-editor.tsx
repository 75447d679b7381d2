import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { TextArea } from '@/components/ui/text-area'

interface LyricsEditorProps {
  text: string
  saving: boolean
  onSave: (text: string) => void
  onLeave: () => void
}

export function LyricsEditor({ text, saving, onSave, onLeave }: LyricsEditorProps) {
  const [draft, setDraft] = useState(text)
  return (
    <form
      className="grid max-w-2xl gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (!saving) onSave(draft)
      }}
    >
      <Field label="Lyrics" hint="One line of song a line; an empty line between verses.">
        {(wiring) => (
          <TextArea
            {...wiring}
            autoFocus
            rows={10}
            maxLength={20_000}
            value={draft}
            onChange={(event) => setDraft(event.target.value)}
          />
        )}
      </Field>
      <div className="flex gap-2">
        <Button type="submit" look="lamp" busy={saving}>
          Keep the words
        </Button>
        <Button look="quiet" onClick={onLeave}>
          Leave
        </Button>
      </div>
    </form>
  )
}

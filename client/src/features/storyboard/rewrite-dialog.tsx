import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Shot } from '@/api/board'
import { useRewrite, wordsPrice } from '@/api/direction'
import { useRehearsal } from '@/api/session'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { PriceButton } from '@/components/ui/price-button'
import { TextArea } from '@/components/ui/text-area'

interface RewriteDialogProps {
  project: string
  shots: readonly Shot[]
  onClose: () => void
}

/** Asks the director for other words. They come as proposals beside the present ones. */
export function RewriteDialog({ project, shots, onClose }: RewriteDialogProps) {
  const rehearsal = useRehearsal()
  const [sentence, setSentence] = useState('')
  const [tried, setTried] = useState(false)
  const price = useQuery(wordsPrice(project, shots.length))
  const rewrite = useRewrite(project)
  const send = () => {
    setTried(true)
    if (!sentence.trim() || !price.data || rewrite.isPending) return
    rewrite.mutate(
      { shotIds: shots.map((shot) => shot.id), sentence: sentence.trim(), shownMost: price.data.rewrite },
      { onSuccess: onClose },
    )
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={shots.length === 1 ? `Rewrite shot ${shots[0]?.number}` : `Rewrite ${shots.length} shots`}
      description="You see the new words beside the old ones, and take those you like."
      width="sm"
    >
      <Form onSubmit={send} problem={rewrite.error} errors={{ sentence, tried }}>
        <Field
          label="What should be different?"
          error={tried && !sentence.trim() ? 'Say it in a sentence.' : undefined}
        >
          {(wiring) => (
            <TextArea
              {...wiring}
              value={sentence}
              minRows={2}
              maxLength={1_000}
              placeholder="Make it night, and let it rain"
              onChange={(event) => setSentence(event.target.value)}
            />
          )}
        </Field>
        <PriceButton
          type="submit"
          verb="Propose new words"
          upTo
          size="md"
          price={price.data?.rewrite}
          rehearsal={rehearsal}
          off={!price.data}
          busy={rewrite.isPending}
        />
      </Form>
    </Dialog>
  )
}

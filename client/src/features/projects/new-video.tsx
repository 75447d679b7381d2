import { Plus } from 'lucide-react'
import { useState } from 'react'
import { lazyPart } from '@/lib/lazy-part'
import { Button, type ButtonLook } from '@/components/ui/button'

// Behind a press: the front page is to be there at once.
const ChooseSong = lazyPart(() => import('./choose-song').then((file) => file.ChooseSong))

/** Begins a video: the song is chosen first, for everything hangs on it. */
export function NewVideo({ look = 'plain', size }: { look?: ButtonLook; size?: 'sm' | 'md' }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button look={look} size={size} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <Plus aria-hidden className="size-4" />
        New video
      </Button>
      {open && <ChooseSong onClose={() => setOpen(false)} />}
    </>
  )
}

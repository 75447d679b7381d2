import { Plus } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Button, type ButtonLook } from '@/components/ui/button'

// Behind a press: the front page is to be there at once.
const ChooseSong = lazy(() => import('./choose-song').then((file) => ({ default: file.ChooseSong })))

/** Begins a video: the song is chosen first, for everything hangs on it. */
export function NewVideo({ look = 'plain', size }: { look?: ButtonLook; size?: 'sm' | 'md' }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button look={look} size={size} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <Plus aria-hidden className="size-4" />
        New video
      </Button>
      <Suspense fallback={null}>{open && <ChooseSong onClose={() => setOpen(false)} />}</Suspense>
    </>
  )
}

import { Clapperboard } from 'lucide-react'
import { useEffect } from 'react'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import { useBeginVideo } from './use-begin-video'

/** The next act on a song's page. */
export function MakeVideo({ trackId }: { trackId: string }) {
  const { begin, beginning, problem } = useBeginVideo()
  useEffect(() => {
    if (problem) toast(problem.message, { tone: 'refused' })
  }, [problem])
  return (
    <Button look="lamp" busy={beginning !== null} onClick={() => begin(trackId)}>
      <Clapperboard aria-hidden className="size-4" />
      Make a video of it
    </Button>
  )
}

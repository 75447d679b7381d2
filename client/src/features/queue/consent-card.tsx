import { ExternalLink } from 'lucide-react'
import { useId, useState } from 'react'
import type { Clip } from '@/api/clips'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { FieldError } from '@/components/ui/field'
import { formatMoney } from '@/lib/money'
import { listed } from '@/lib/offer-words'
import type { Decide } from './cancel-button'

const statements = {
  termsAndPrivacy: 'I have read the text above and accept the provider’s terms and privacy notice.',
  legalRight: 'I have the right to use the face and likeness of everybody shown.',
  screeningAcknowledged: 'I know that the pictures are screened by the provider before a clip is made.',
}
type Statement = keyof typeof statements

/** A legal act of a person: the provider's own words, three statements, and nothing ticked beforehand. */
export function ConsentCard({ clip, decide }: { clip: Clip; decide: Decide }) {
  const [ticked, setTicked] = useState<Record<Statement, boolean>>({
    termsAndPrivacy: false,
    legalRight: false,
    screeningAcknowledged: false,
  })
  const [lacking, setLacking] = useState(false)
  const id = useId()
  const { consent } = clip
  if (!consent) return null
  const agree = () => {
    const all = Object.values(ticked).every(Boolean)
    setLacking(!all)
    if (all) decide.mutate({ kind: 'consent', body: ticked })
  }
  return (
    <section aria-labelledby={id} className="grid gap-3 rounded-lg border border-attention/45 px-4 py-3">
      <h2 id={id} className="font-semibold">
        A face is shown: the provider asks for your consent
      </h2>
      <p className="text-sm text-ink-soft">
        Found in: {listed(consent.faceRoles.map(roleWords))}. Nothing is paid before you agree.
      </p>
      <div
        tabIndex={0}
        role="region"
        aria-label="The provider’s text"
        className="max-h-56 overflow-y-auto rounded-md border border-edge bg-well px-4 py-3 text-sm whitespace-pre-line"
      >
        {consent.policyText}
      </div>
      {consent.docsUrl && (
        <a
          href={safeLink(consent.docsUrl)}
          target="_blank"
          rel="noreferrer"
          className="inline-flex items-center gap-1.5 justify-self-start text-sm underline underline-offset-2"
        >
          More about this
          <ExternalLink aria-hidden className="size-3.5" />
          <span className="sr-only">(opens a new tab)</span>
        </a>
      )}
      <div className="grid gap-2.5 text-sm">
        {(Object.keys(statements) as Statement[]).map((name) => (
          <Checkbox
            key={name}
            label={statements[name]}
            checked={ticked[name]}
            onChange={(checked) => setTicked({ ...ticked, [name]: checked })}
          />
        ))}
      </div>
      {lacking && !Object.values(ticked).every(Boolean) && (
        <FieldError>All three are needed. Tick them, or withdraw the clip.</FieldError>
      )}
      <div className="flex flex-wrap gap-2">
        <Button size="sm" look="lamp" busy={decide.isPending} onClick={agree}>
          Agree and go on · {formatMoney(clip.quoted)}
        </Button>
        <Button size="sm" look="quiet" busy={decide.isPending} onClick={() => decide.mutate({ kind: 'cancel' })}>
          Withdraw the clip
        </Button>
      </div>
    </section>
  )
}

const roles: Record<string, string> = {
  image: 'the start image',
  end_image: 'the end image',
  reference_image: 'a reference image',
  video: 'the video',
  reference_video: 'a reference video',
}

function roleWords(role: string): string {
  return roles[role] ?? role.replaceAll('_', ' ')
}

/** The address comes from outside: only the web, never a script. */
function safeLink(address: string): string | undefined {
  return /^https:\/\//i.test(address) ? address : undefined
}

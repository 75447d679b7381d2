import { Monitor, Moon, Sun } from 'lucide-react'
import { useState } from 'react'
import { Segmented } from '@/components/ui/segmented'
import { Switch } from '@/components/ui/switch'
import { readStored, writeStored } from '@/lib/storage'
import { chooseTheme, useTheme } from '@/lib/theme'
import { Section } from './section'

const icon = 'size-4'

export function AppearanceSection() {
  const theme = useTheme()
  const [keys, setKeys] = useState(() => readStored<boolean>('studio.singleKeys') ?? true)
  const changeKeys = (on: boolean) => {
    setKeys(on)
    writeStored('studio.singleKeys', on)
  }
  return (
    <Section title="Appearance" lead="Kept in this browser; other devices have their own.">
      <Segmented
        label="Theme"
        showLabel
        value={theme}
        onChange={chooseTheme}
        segments={[
          { value: 'system', label: [<Monitor key="icon" aria-hidden className={icon} />, 'As the system'] },
          { value: 'dark', label: [<Moon key="icon" aria-hidden className={icon} />, 'Dark'] },
          { value: 'light', label: [<Sun key="icon" aria-hidden className={icon} />, 'Light'] },
        ]}
      />
      <Switch
        label="Single keys"
        hint="Letters act without Ctrl or ⌘: ? for the list of keys, g c for Create. Turn them off for speech input."
        checked={keys}
        onChange={changeKeys}
      />
    </Section>
  )
}

import { AudioLines, Clapperboard, Ellipsis, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useDeleteProject, type Project } from '@/api/projects'
import { Confirm } from '@/components/ui/confirm'
import { IconButton } from '@/components/ui/icon-button'
import { Menu, MenuItem, MenuRule } from '@/components/ui/menu'
import { toast } from '@/components/ui/toast'

export function ProjectMenu({ project }: { project: Project }) {
  const [asking, setAsking] = useState(false)
  const remove = useDeleteProject(project.id)
  const [, go] = useLocation()
  return (
    <>
      <Menu label="The video" trigger={<IconButton icon={Ellipsis} label="More about this video" />}>
        <MenuItem icon={AudioLines} onSelect={() => go(`/songs/${project.track.id}`)}>
          Its song
        </MenuItem>
        <MenuItem icon={Clapperboard} onSelect={() => go('/projects')}>
          All videos
        </MenuItem>
        <MenuRule />
        <MenuItem icon={Trash2} danger onSelect={() => setAsking(true)}>
          Delete the video
        </MenuItem>
      </Menu>
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title={`Delete “${project.title}”?`}
        verb="Delete the video"
        onConfirm={() =>
          remove.mutate(undefined, {
            onSuccess: () => {
              toast(`“${project.title}” was deleted.`)
              go('/projects')
            },
          })
        }
        busy={remove.isPending}
        problem={remove.error}
      >
        <p>Its concept and its storyboard go. The song stays, and so does what was paid for in the ledger.</p>
      </Confirm>
    </>
  )
}

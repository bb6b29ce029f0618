/** A draft of clauses being written: checked once the hand rests, every flaw a way to its line, every example with what it comes to. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { command } from '#web/client.ts'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { Notice } from '#web/ui/dialog.tsx'
import { TextInput } from '#web/ui/form/inputs.tsx'
import { Halves, Panel, Row, Stack } from '#web/ui/frame/page.tsx'
import { Loaded } from '#web/ui/frame/states.tsx'
import { goTo, useSettled } from '#web/written.tsx'
import type { Version } from '../words.ts'
import { Difference } from './difference.tsx'
import { TextArea } from './text-area.tsx'
import { Tried } from './tried.tsx'

export function Editor({ of }: { of: Version }) {
  const say = useSay()
  const known = useQueryClient()
  const [text, write] = useState(of.text)
  const [note, explain] = useState(of.note)
  const settled = useSettled(text)
  const area = useRef<HTMLTextAreaElement>(null)
  const tried = useQuery({
    queryKey: ['policy/checkText', settled],
    queryFn: () => command('policy/checkText').mutationFn({ text: settled }),
    placeholderData: (last) => last,
  })
  const save = useMutation({
    ...command('policy/saveVersion'),
    onSuccess: () => {
      void known.invalidateQueries({ queryKey: ['policy/showVersion'] })
      say.done('草案已保存')
    },
    onError: say.failed,
  })
  const changed = text !== of.text || note !== of.note
  const flawed = new Set(tried.data?.flaws.map(({ line }) => line))
  return (
    <Halves shares={['3fr', '2fr']}>
      <Stack>
        {of.locked && <Notice tone="info">草案已通过公平竞争审查，内容不能再改；确需改动的，请作废后据此另行起草。</Notice>}
        <Panel title="条款文件" flush>
          <TextArea value={text} onChange={of.locked ? undefined : write} area={area} flawed={flawed} />
        </Panel>
        <Panel>
          <Stack>
            <TextInput
              name="修订说明"
              placeholder="修订说明，如：提高人员规模门槛"
              maxLength={1000}
              value={note}
              onChange={explain}
            />
            <Row>
              <Act
                main
                busy={save.isPending}
                disabled={!changed || !text.trim()}
                onClick={() => save.mutate({ id: of.id, text, note })}
              >
                保存草案
              </Act>
              <span className="quiet" role="status">
                {changed ? '有未保存的改动' : '已保存'}；有问题的草案也可先保存，改正后方可发布
              </span>
            </Row>
          </Stack>
        </Panel>
      </Stack>
      <Stack>
        <Loaded from={tried}>
          {(found) => (
            <Tried
              of={found}
              waiting={settled !== text || tried.isFetching}
              onGo={(line, column) => goTo(area.current, line, column)}
            />
          )}
        </Loaded>
        {changed && <Difference before={of.text} after={text} base="已保存的草案" />}
      </Stack>
    </Halves>
  )
}

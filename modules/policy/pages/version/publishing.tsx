/** From a draft to clauses in force: its review recorded, what is still missing, published or dropped. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { command, query } from '#web/client.ts'
import { useMe } from '#web/session.tsx'
import { Act, ConfirmButton, useSay } from '#web/ui/buttons.tsx'
import { Dialog, Notice } from '#web/ui/dialog.tsx'
import { Halves, Panel, Row, Stack } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { Permitted } from '#web/ui/permitted.tsx'
import { Review } from '../policy/versions.tsx'
import type { Version } from '../words.ts'
import { ReviewForm } from './review-form.tsx'
import '#web/written.css'

export function Publishing({ of }: { of: Version }) {
  const office = useMe().role === 'office'
  const [reviewing, review] = useState(false)
  const policy = useQuery(query('policy/showDocument', { key: of.policy }))
  return (
    <Halves>
      <Panel
        title="公平竞争审查"
        actions={
          <Permitted when={office} because="由领导小组办公室登记公平竞争审查" onClick={() => review(true)}>
            登记审查
          </Permitted>
        }
      >
        <Loaded from={policy} rows={3}>
          {({ reviews }) => {
            const own = reviews.filter(({ version }) => version === of.id)
            return own.length ? (
              <Stack>
                {own.map((one) => (
                  <Review key={one.id} of={one} />
                ))}
              </Stack>
            ) : (
              <EmptyState title="尚未登记审查" about="依据《公平竞争审查条例》逐项审查；未经审查的条款不能发布。" />
            )
          }}
        </Loaded>
      </Panel>
      <Panel title="发布">
        <Stack>
          {of.lacking.length > 0 ? (
            <Notice tone="warning" title="发布前尚缺">
              <ul className="flaws">
                {of.lacking.map((one) => (
                  <li key={one}>{one}</li>
                ))}
              </ul>
            </Notice>
          ) : (
            <Notice tone="success">各项齐备，可以发布。</Notice>
          )}
          <p className="quiet">
            发布后自 {of.since} 起施行{of.until ? `，至 ${of.until}` : ''}，不可改动；前一版本施行到前一天为止。
          </p>
          <Steps of={of} />
        </Stack>
      </Panel>
      <Dialog title="登记公平竞争审查" wide open={reviewing} onClose={() => review(false)}>
        <ReviewForm version={of.id} onClose={() => review(false)} />
      </Dialog>
    </Halves>
  )
}

function Steps({ of }: { of: Version }) {
  const say = useSay()
  const known = useQueryClient()
  const done = (sentence: string) => ({
    onSuccess: () => {
      void known.invalidateQueries()
      say.done(sentence)
    },
    onError: say.failed,
  })
  const publish = useMutation({ ...command('policy/publishVersion'), ...done(`第 ${of.number} 版条款已发布`) })
  const drop = useMutation({ ...command('policy/dropVersion'), ...done('草案已作废') })
  return (
    <Row>
      {of.steps.includes('publish') &&
        (of.lacking.length === 0 ? (
          <ConfirmButton
            main
            busy={publish.isPending}
            ask={`确定发布第 ${of.number} 版条款吗？`}
            about="发布后在公众门户公开，并用于兑现测算和审核。"
            yes="发布"
            onConfirm={() => publish.mutate({ id: of.id })}
          >
            发布条款
          </ConfirmButton>
        ) : (
          <Act main disabled>
            发布条款
          </Act>
        ))}
      {of.steps.includes('drop') && (
        <ConfirmButton
          danger
          ask="确定作废这份草案吗？"
          about="作废后仍可查看，可据此另行起草。"
          yes="作废"
          onConfirm={() => drop.mutate({ id: of.id })}
        >
          作废草案
        </ConfirmButton>
      )}
    </Row>
  )
}

/** One lease as its tenant sees it: terms, what is due and what was received; nothing to change. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { standings } from '#modules/lease/model.ts'
import { download, query } from '#web/client.ts'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { PageTabs } from '#web/ui/dialog.tsx'
import { StatusTag } from '#web/ui/figure/light.tsx'
import { PageFrame, Stack } from '#web/ui/frame/page.tsx'
import { Loaded } from '#web/ui/frame/states.tsx'
import { icons } from '#web/ui/icons.tsx'
import { Schedule, Sums } from './lease/account.tsx'
import { LeaseFacts } from './lease/facts.tsx'
import { Received } from './lease/receipts.tsx'
import { toneOf } from './words.ts'
import './lease.css'

export default function OwnLease() {
  const { id = '' } = useParams()
  const say = useSay()
  const asked = useQuery(query('lease/show', { id }))
  const print = useMutation({ ...download('lease/contract'), onError: say.failed })
  return (
    <Loaded from={asked}>
      {(whole) => (
        <PageFrame
          title={`租约 ${whole.lease.number}`}
          description={[whole.names.building, `${whole.lease.from} 至 ${whole.lease.to}`].join(' · ')}
          marks={<StatusTag of={standings} is={whole.standing} tone={toneOf[whole.standing]} />}
          crumbs={[{ title: '我的租约', to: '/enterprise/leases' }, { title: whole.lease.number }]}
          actions={
            <Act icon={icons.download} busy={print.isPending} onClick={() => print.mutate({ id })}>
              合同文本
            </Act>
          }
        >
          <Sums of={whole} />
          <PageTabs
            of={[
              {
                key: 'account',
                title: '应付明细',
                content: (
                  <Stack>
                    <Schedule of={whole} />
                    <Received of={whole} />
                  </Stack>
                ),
              },
              {
                key: 'terms',
                title: '合同条款',
                content: (
                  <Stack>
                    <LeaseFacts of={whole} inside={false} />
                  </Stack>
                ),
              },
            ]}
          />
        </PageFrame>
      )}
    </Loaded>
  )
}

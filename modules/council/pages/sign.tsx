/** Where the code on the wall leads: one touch signs whoever is signed in. */
import { useMutation } from '@tanstack/react-query'
import { useParams, useSearchParams } from 'react-router'
import { command } from '#web/client.ts'
import { useMe } from '#web/session.tsx'
import { Act, GoTo } from '#web/ui/buttons.tsx'
import { Notice } from '#web/ui/dialog.tsx'
import { moment } from '#web/ui/figure/number.ts'
import { PageFrame, Panel, Stack } from '#web/ui/frame/page.tsx'
import { EmptyState } from '#web/ui/frame/states.tsx'
import './council.css'

export default function Sign() {
  const { id = '' } = useParams()
  const code = useSearchParams()[0].get('code') ?? ''
  const me = useMe()
  const sign = useMutation(command('council/sign'))
  const done = sign.data
  return (
    <PageFrame title="会议签到" crumbs={[{ title: '会议', to: '/office/meetings' }, { title: '签到' }]}>
      <Panel>
        {!code ? (
          <EmptyState title="网址中没有签到码" about="请扫描会场展示的二维码。" />
        ) : done ? (
          <div className="sign-done" role="status">
            <p className="sign-name">{done.name}</p>
            <p>{done.again ? '您已签到，无须重复签到' : '签到成功'}</p>
            <p>{done.title}</p>
            <p className="quiet">
              {moment(done.signedAt)}
              {done.standsInFor && `，代${done.standsInFor}参会`}
            </p>
            <GoTo main to={`/office/meetings/${id}`}>
              查看议题和材料
            </GoTo>
          </div>
        ) : (
          <Stack>
            <div className="sign-done">
              <p className="sign-name">{me.name}</p>
              <p>{me.org?.name}</p>
              <Act main busy={sign.isPending} onClick={() => sign.mutate({ id, code })}>
                签到
              </Act>
            </div>
            {sign.error && <Notice tone="error">{sign.error.message}</Notice>}
          </Stack>
        )}
      </Panel>
    </PageFrame>
  )
}

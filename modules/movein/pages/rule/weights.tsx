/** A new version of the points of matching: first tried on a matter, then enacted. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { matchRule } from '#modules/movein/model.ts'
import { command, type Out, query } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { ChoiceInput, NumberInput } from '#web/ui/form/inputs.tsx'
import { Row, Stack } from '#web/ui/frame/page.tsx'
import type { Rules } from '../rules.tsx'

const enacting = matchRule.pick({ since: true, basis: true })
type Points = Rules['weights']['weights']

export function WeightsForm({ of: { weights, criteria }, onClose }: { of: Rules; onClose: () => void }) {
  const say = useSay()
  const [points, set] = useState<Points>(weights.weights)
  const enact = useMutation(command('movein/enactWeights'))
  const total = Object.values(points).reduce((sum, one) => sum + one, 0)
  return (
    <Stack>
      <div className="move-in-points">
        {criteria.map(({ name, title }) => (
          <div key={name}>
            <span>{title}</span>
            <NumberInput
              name={title}
              unit="分"
              value={points[name as keyof Points]}
              onChange={(value) => set({ ...points, [name]: value ?? 0 })}
            />
          </div>
        ))}
      </div>
      <p className={total === 100 ? 'quiet' : 'move-in-late'}>合计 {total} 分，应为 100 分。</p>
      {total === 100 && <Trial weights={{ ...weights, weights: points }} />}
      <RecordForm
        of={enacting}
        columns={2}
        save="发布"
        onCancel={onClose}
        onSave={async ({ since, basis }) => {
          await enact.mutateAsync({ since, basis, weights: { ...weights, weights: points } })
          say.done(`新规则自 ${since} 起生效`)
          onClose()
        }}
      />
    </Stack>
  )
}

function Trial({ weights }: { weights: Rules['weights'] }) {
  const [id, pick] = useState<string | null>(null)
  const [shown, show] = useState<Out<'movein/tryWeights'> | null>(null)
  const say = useSay()
  const matters = useQuery(query('movein/list', { open: true, size: 200 })).data?.rows ?? []
  const attempt = useMutation({
    mutationFn: (matter: string) => query('movein/tryWeights', { id: matter, weights }).queryFn(),
    onSuccess: show,
    onError: say.failed,
  })
  return (
    <Stack tight>
      <Row>
        <ChoiceInput
          name="用于试算的入驻事项"
          placeholder="选择入驻事项试算"
          width={280}
          choices={matters.map(({ id, number, name }) => ({ value: id, label: `${number} ${name}` }))}
          value={id}
          onChange={pick}
        />
        <Act disabled={id === null} busy={attempt.isPending} onClick={() => id && attempt.mutate(id)}>
          试算
        </Act>
      </Row>
      {shown && (
        <ul className="move-in-list">
          {shown.slice(0, 10).map(({ key, title, place, score, was }) => (
            <li key={key}>
              <span className="number">{place === null ? '落选' : `第 ${place}`}</span>
              <span className="name">{title}</span>
              <span className="number">
                {place === null ? '' : `${score} 分`}
                <span className="quiet">{was ? `（原第 ${was.place}，${was.score} 分）` : '（新入选）'}</span>
              </span>
            </li>
          ))}
          {shown.length === 0 && <li className="quiet">该事项目前没有符合的房源。</li>}
        </ul>
      )}
    </Stack>
  )
}

/** The tab of what still lacks: each line leads to its item; once empty, the draft may be published. */

import { Notice } from '#web/ui/dialog.tsx'
import { spanOf, useDesk } from '../desk.ts'
import type { Tab, Whole } from '../kinds.ts'

type Lack = Whole['lacking'][number]
const abouts: Record<Lack['about'], { title: string; tab: Tab }> = {
  plan: { title: '方案', tab: 'task' },
  target: { title: '目标与基期', tab: 'target' },
  unit: { title: '责任单位', tab: 'unit' },
  task: { title: '任务', tab: 'task' },
}

export function PublishCheck() {
  const { whole, edit, open, choose } = useDesk()
  const { lacking, targets, tasks } = whole
  if (whole.plan.status !== 'draft') return <Notice tone="success">该版本已经发布，内容不再改动。</Notice>
  if (!lacking.length) return <Notice tone="success">各项内容齐备，可以发布。发布后不可改动，只能新建修订版本。</Notice>
  const go = ({ about, id, sentence }: Lack) => {
    const row = [...targets, ...tasks].find((item) => item.id === id)
    open(abouts[about].tab)
    if (id) choose(id, row ? spanOf(row) : null)
    if (about === 'target' && id && /基期/.test(sentence)) edit({ what: 'baseline', id })
    if (about === 'task' && id) edit({ what: 'task', id })
  }
  return (
    <>
      <div className="entries-head">
        <h2>
          发布检查 <span className="quiet number">{lacking.length}</span>
        </h2>
      </div>
      <p className="quiet entries-note">以下各处补齐后方可发布，点击可直接办理。</p>
      {Object.entries(abouts).map(([about, { title }]) => {
        const own = lacking.filter((lack) => lack.about === about)
        return own.length ? (
          <section key={about} className="entry-group">
            <h3 className="entry-loose">
              {title} <span className="quiet number">{own.length}</span>
            </h3>
            <ul className="entries">
              {own.map((lack) => (
                <li key={lack.sentence + lack.id} className="entry">
                  <button type="button" className="plain entry-title lack" onClick={() => go(lack)}>
                    {lack.sentence}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ) : null
      })}
    </>
  )
}

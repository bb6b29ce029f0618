/** The self-check of policies: without a script it says what is asked for; with one it answers at once, and nothing leaves the browser. */
import { existsSync, readFileSync } from 'node:fs'
import { questionsOf } from '#engines/policy/answer.ts'
import { type Document, documentsInForce } from '#modules/policy/screen/actions.ts'
import type { Ctx } from '#platform/context.ts'

/** So few that one has the patience. */
const most = 10

export async function checkPage(ctx: Ctx) {
  const documents = await documentsInForce(ctx)
  return { title: '政策自测', body: <Check documents={documents} today={ctx.today} script={scriptOf()} /> }
}

const manifest = new URL('../../../web/dist/.vite/manifest.json', import.meta.url)
let known: string | null | undefined
/** None where the web application is not built: the page does without. */
function scriptOf(): string | null {
  if (known !== undefined) return known
  const built = existsSync(manifest) ? (JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, { file: string }>) : {}
  const entry = built['island/policy-check.tsx']
  known = entry ? `/${entry.file}` : null
  return known
}

type Props = { documents: readonly Document[]; today: string; script: string | null }
function Check({ documents, today, script }: Props) {
  const policies = documents.map(({ policy }) => policy)
  const questions = questionsOf(policies, most)
  // Within a script a closing tag would end it.
  const data = JSON.stringify({ policies, questions, today }).replaceAll('<', '\\u003c')
  return (
    <article className="wide check">
      <h1>政策自测</h1>
      <p className="intro">
        回答不多于 {most}{' '}
        个问题，即可看到现行条款能否享受、金额和理由。答案只在您的浏览器中计算，不会上传，也不写入网址；结果供参考，以申报审核为准。
      </p>
      {policies.length === 0 ? (
        <p>目前没有现行的政策条款，发布后可在此自测。</p>
      ) : (
        <>
          <div id="policy-check">
            <h2>自测时会问到</h2>
            <ul>
              {questions.map(({ title, unit, hint }) => (
                <li key={title}>
                  {title}
                  {unit && `（${unit}）`}
                  {hint && <span className="quiet">：{hint}</span>}
                </li>
              ))}
            </ul>
            <p className="quiet">浏览器未运行脚本时不能即时计算，请对照下列文件的条款自行判断。</p>
            <ul>
              {documents.map(({ policy: { code, title } }) => (
                <li key={code}>
                  <a href={`/policies/${code}`}>{title}</a>
                </li>
              ))}
            </ul>
          </div>
          {script && (
            <>
              {/* biome-ignore lint/security/noDangerouslySetInnerHtml: data of our own, no markup: < is written as an escape */}
              <script id="policy-data" type="application/json" dangerouslySetInnerHTML={{ __html: data }} />
              <script type="module" src={script} />
            </>
          )}
        </>
      )}
    </article>
  )
}

/** What this site is, how its lights are made, who may log in, and how it is made for everyone. */
import { targetLights } from '#modules/target/model.ts'
import { lights } from '#modules/work/model.ts'
import { Light } from './frame/light.tsx'

const tasks = {
  blue: '计划的节点全部完成',
  green: '到期的节点均已完成，近期没有临期节点',
  yellow: '有节点临近期限或刚过期限，或有单位未按时报送最近一个月的进展',
  red: '有节点超期 10 个工作日以上，或有单位连续两个月未报送进展',
  grey: '尚未到启动时间',
} as const
const targets = {
  blue: '达到目标值；需要逐年保持的，到期仍保持',
  green: '不低于当日应达数值的 95%',
  yellow: '为当日应达数值的 80% 至 95%',
  red: '低于当日应达数值的 80%',
  grey: '还没有数值',
} as const

export const About = ({ demo }: { demo: boolean }) => (
  <article className="wide narrow">
    <header>
      <h1>关于本站</h1>
    </header>
    <section aria-labelledby="what">
      <h2 id="what">这是什么</h2>
      <p className="body-text">
        “满天星”行动平台把一份产业行动方案变成每天在用的工作系统：目标有年度路径和历次数值，任务有牵头单位、节点和月度进展，到期未完成会自动亮灯。
      </p>
      <p className="body-text">本站是它向社会公开的一面，任何人不用登录即可查看方案全文、目标进度和任务状态。</p>
      {demo && (
        <p className="body-text">
          <strong>当前为演示数据。</strong>
          方案的结构和目标取自公开发布的行动方案，用自己的文字重写；人员、进展和数值全部虚构，不代表任何单位的真实情况。
        </p>
      )}
    </section>
    <section aria-labelledby="lights">
      <h2 id="lights">灯色怎样得出</h2>
      <p className="body-text">灯色由系统按统一规则每天计算。责任单位调整灯色时须写明原因和期限，内部留有记录。</p>
      <Rules caption="任务" words={lights} rules={tasks} />
      <Rules caption="目标" words={targetLights} rules={targets} />
    </section>
    <section aria-labelledby="public">
      <h2 id="public">公开哪些内容</h2>
      <p className="body-text">
        公开方案正文、目标、历次数值及其来源、任务的责任单位、灯色和节点完成数。月度进展、节点名称、佐证材料和办理过程供内部使用，不在此公开。
      </p>
    </section>
    <section aria-labelledby="door">
      <h2 id="door">登录</h2>
      <p className="body-text">
        账号由安全管理员开立，不开放自行注册。区领导、牵头单位、部门、园城和镇街从<a href="/login">登录页</a>进入。
        {demo && '演示账号和密码在系统启动时显示。'}
      </p>
    </section>
    <section aria-labelledby="access">
      <h2 id="access">无障碍</h2>
      <p className="body-text">
        本站不使用脚本，可只用键盘浏览，适配读屏软件；文字与底色的对比度达到网页内容无障碍指南 AA
        级；页面可放大、可打印。状态同时用文字、形状和颜色表示。
      </p>
    </section>
  </article>
)

type LightWord = keyof typeof tasks
type RulesProps = { caption: string; words: Record<LightWord, string>; rules: Record<LightWord, string> }

const Rules = ({ caption, words, rules }: RulesProps) => (
  <table className="table rules">
    <caption>{caption}</caption>
    <thead>
      <tr>
        <th scope="col">灯色</th>
        <th scope="col">含义</th>
      </tr>
    </thead>
    <tbody>
      {(Object.keys(rules) as LightWord[]).map((light) => (
        <tr key={light}>
          <th scope="row">
            <Light light={light} word={words[light]} />
          </th>
          <td>{rules[light]}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

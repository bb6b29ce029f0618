/** Where the title of a numbered item ends, and what a heading means in an official plan. */

export type Role = 'general' | 'goals' | 'layout' | 'tasks' | 'safeguards' | 'schedule' | 'unknown'

/** The title at the beginning of `content` and how many characters it takes together with its closing stop. */
export function readTitle(content: string): { title: string; length: number } {
  const newline = content.slice(0, 60).indexOf('\n')
  if (newline > 1 && !/[。：:，,；]/.test(content.slice(0, newline)))
    return { title: clean(content.slice(0, newline)), length: newline }
  const stop = outside(content, '。', 200)
  const head = stop < 0 ? content : content.slice(0, stop)
  const colon = firstOutside(head, '：:', 28)
  if (colon > 0 && (colon < head.length - 1 || stop >= 0)) return { title: clean(head.slice(0, colon)), length: colon + 1 }
  const gap = /^\S{2,28}?[^\s\d]\s{1,4}(?=[\u4e00-\u9fff“])/.exec(head.slice(0, 40))
  if (gap !== null && head.length > 44 && !/[，、]/.test(gap[0])) return { title: clean(gap[0]), length: gap[0].length }
  const marker =
    /[（(【[](?=(?:责任|牵头|主责|配合|参与|参加|承办|主办|协办|落实|实施|完成|由|[^）)】\]]{2,80}(?:负责|牵头|配合)))/.exec(
      head.slice(0, 80),
    )
  const plain = marker === null ? head : head.slice(0, marker.index)
  if (plain.length <= 40)
    return { title: clean(plain), length: marker === null ? (stop < 0 ? head.length : stop + 1) : marker.index }
  const time = /^(?:力争)?(?:到|至)?\s?20\d\d\s?年(?:底|末)?(?:前)?[，,]/.exec(head)?.[0].length ?? 0
  const comma = time + firstOutside(head.slice(time), '，,；;', 40)
  if (comma >= time + 4) return { title: clean(head.slice(0, comma)), length: comma + 1 }
  return { title: clean(plain), length: stop < 0 ? content.length : stop + 1 }
}

function clean(title: string): string {
  return title
    .replace(/\s*\n\s*/g, '')
    .replace(/^[\s*#]+|[\s。：:；;，,、*]+$/g, '')
    .replace(/\s{2,}/g, ' ')
}

function outside(text: string, stops: string, limit: number): number {
  const found = firstOutside(text, stops, limit)
  return found >= 0 || text.length <= limit ? found : text.indexOf(stops[0]!, limit)
}

/** The first of `stops` that stands outside brackets and quotation marks, within `limit` characters; -1 where there is none. */
export function firstOutside(text: string, stops: string, limit: number): number {
  let depth = 0
  for (let i = 0; i < Math.min(text.length, limit); i++) {
    const c = text[i]!
    if (depth === 0 && stops.includes(c)) return i
    if ('（(“《【[〔'.includes(c)) depth++
    else if ('）)”》】]〕'.includes(c)) depth = Math.max(0, depth - 1)
  }
  return -1
}

const meanings: { role: Role; words: RegExp }[] = [
  {
    role: 'safeguards',
    words:
      /保障(?:措施|机制|体系|条件|举措|支撑)$|保障与|措施保障|(?:组织|实施|工作|推进|服务|政策|制度|机制|落实)保障|组织(?:实施|领导|推进|落实|管理)|实施(?:机制|要求|管理)|(?:工作|有关|相关|几点|保障)要求$|推进(?:机制|落实|实施)|工作机制|(?:狠抓|抓好|推动|确保|强化|加强)(?:工作|组织|贯彻|责任|各项|任务)?(?:落实|落地|实施)|监督(?:考核|检查|评估)|考核(?:评估|评价|奖惩|机制)|督导|附则|加强领导|强化领导|^保障$|规划实施|^(?:责任|职责|部门|工作职责)分工$|^政策(?:支持|扶持|保障)$/,
  },
  {
    role: 'schedule',
    words:
      /(?:实施|工作|推进|进度|时间|行动|阶段)(?:步骤|进度|安排|阶段|计划安排)|时间(?:节点|表)|阶段划分|进度计划|^实施(?:期限|范围|时间)|^适用范围/,
  },
  {
    role: 'goals',
    words:
      /(?:发展|总体|工作|主要|行动|建设|预期|阶段|具体|年度|总|近期|远期|中期|任务|奋斗|战略|规划|推进|实施|实现|创建|攻坚|考核|绩效|改革|培育)(?:性)?(?:预期)?目标|^目标|主要指标|目标(?:任务|要求|指标)?$/,
  },
  {
    role: 'tasks',
    words:
      /(?:重点|主要|工作|核心|具体|中心|目标|建设|行动|改革|年度|攻坚)(?:的)?(?:任务|举措|措施)|(?:重点|主要)(?:工作|工程|行动|项目|内容|事项|抓手|路径)|(?:实施|行动|工作|建设|改革|政策|支持)(?:内容|措施|举措|事项|路径)|任务(?:措施|举措|分工|清单|分解)|工作(?:重点|安排|任务)|实施(?:路径|重点)|(?:专项|重点|重大)行动|重大(?:工程|项目|任务)|^任务/,
  },
  {
    role: 'layout',
    words:
      /(?:产业|空间|总体|发展|功能|区域|载体|生产力|战略|园区|优化|重点区域|主体功能)(?:发展)?(?:空间)?布局|(?:发展|重点|主攻|产业|主导)(?:发展)?(?:方向)|(?:发展|产业)重点|重点(?:发展)?(?:领域|产业|赛道|区域)|功能分区|布局$/,
  },
  {
    role: 'general',
    words:
      /总体(?:要求|思路|考虑|部署)|指导思想|基本(?:原则|思路|情况|要求|遵循)|^(?:产业|工作|行业)?(?:发展)?(?:基础|现状|形势|环境|背景|思路|理念|原则|机遇|条件)(?:$|[和与及、])|现状|面临(?:的)?形势|背景|总则|工作(?:原则|思路|背景)|重要意义|重大意义|思想认识|编制依据|制定依据|起草|机遇与挑战|存在(?:的)?(?:问题|不足)|^前言|^引言|^(?:战略|发展|总体|功能)定位|名词解释|术语|^范围$|规范性引用/,
  },
]

/** What a heading says its part of the document is; `unknown` where the words do not tell. */
export function meaningOf(title: string): Role {
  const words = title.replace(/[“”"《》\s]/g, '')
  if (words.length > 24) return 'unknown'
  if (/目标/.test(words) && /(?:要求|思路|思想|原则|定位)/.test(words)) return 'general'
  if (/任务|举措/.test(words) && /保障/.test(words)) return 'tasks'
  for (const { role, words: pattern } of meanings) if (pattern.test(words)) return role
  return 'unknown'
}

/** A whole line that is nothing but a well-known chapter heading, for documents that do not number their chapters. */
export function isBareHeading(line: string): boolean {
  if (line.length < 2 || line.length > 14 || /[。，；：:、,;]/.test(line)) return false
  return bareHeadings.has(line.replace(/\s/g, ''))
}

const bareHeadings = new Set(
  '前言 总体要求 总体思路 指导思想 基本原则 发展基础 发展现状 发展目标 总体目标 工作目标 主要目标 行动目标 建设目标 目标任务 产业布局 空间布局 总体布局 发展布局 重点方向 重点领域 发展重点 发展方向 重点任务 主要任务 工作任务 重点工作 工作内容 主要举措 工作举措 工作措施 重点举措 重点工程 重点行动 主要措施 行动内容 政策措施 任务分工 实施内容 实施步骤 工作步骤 进度安排 保障措施 组织实施 组织保障 工作保障 工作要求 保障机制 推进机制 组织领导 有关要求 附则'.split(
    ' ',
  ),
)

/** Names of responsible units: cutting a printed list into names and telling a unit from other words. */

const endings =
  /(?:局|委|办|部|厅|院|会|公司|集团|中心|政府|街道|街|镇|乡|区|县|市|州|盟|旗|园|城|行|社|处|队|站|室|校|大学|学院|组|单位|部门|联|团|所|馆|台|报|署|库|港|企业|机构|专班|指挥部|平台|公署|税务|公安|法院|联盟|妇联|残联|运营商|高校|院校|局等|司|基地|载体|主体|集中区|片区|功能区|示范区|办事处|镇街|街镇|园城|商|厂|矿|场|协会|商会|关|总工会|共青团|海事|气象|电力|电网|移动|电信|联通|铁塔|银保监|人行|金融办|党组|党委|党工委|纪委|监委|人大|政协|军|军分区|武装部|档案|地方志|各方|村居|村|社区)$/

/** Whether words look like the name of a unit or a group of units (市科技局, 各区政府, 园城公司). */
export function looksLikeUnit(name: string): boolean {
  const bare = withoutNote(name)
  if (bare.length < 2 || bare.length > 40) return false
  if (/[。，；：！？“”%\d]{2,}/.test(bare)) return false
  return endings.test(bare) && !/^(?:的|和|与|或|其|这|该|本|为|对|把|被|将|在|按|以|是)/.test(bare)
}

/** A public office by its name; 企业, 高校 and the like lead projects, but are not the units a plan makes answer. */
export function isOffice(name: string): boolean {
  return (
    looksLikeUnit(name) &&
    /(?:局|委|办|厅|部|政府|中心|街道|公署|院|会|专班|领导小组|公司|区|县|市)$/.test(withoutNote(name)) &&
    !/企业|高校|龙头|链主|协会|联盟|商会/.test(name)
  )
}

/** A name for a whole class of units; it can be responsible but cannot be *the* leading unit. */
export function isOpenGroup(name: string): boolean {
  return /^(?:各|相关|有关|其他|所有|全[区市县]各)|(?:相关|有关|各)(?:部门|单位|企业|责任)/.test(name)
}

function withoutNote(name: string): string {
  return name.replace(/[（([【][^）)\]】]{0,60}[）)\]】]$/g, '').trim()
}

/** Cuts `市科技局、市经济信息委和各区（县）政府` into its names; brackets are never cut. Other separators come in `extra`. */
export function cutNames(list: string, extra = ''): string[] {
  const pieces: string[] = []
  let depth = 0
  let begin = 0
  for (let i = 0; i < list.length; i++) {
    const c = list[i]!
    if ('（([【〔'.includes(c)) depth++
    else if ('）)]】〕'.includes(c)) depth = Math.max(0, depth - 1)
    else if (
      depth === 0 &&
      (c === '、' || c === '\n' || c === '\t' || extra.includes(c) || (c === ' ' && cutsAtSpace(list, i, begin)))
    ) {
      pieces.push(list.slice(begin, i))
      begin = i + 1
    }
  }
  pieces.push(list.slice(begin))
  return mergeOpenGroups(pieces.map((piece) => piece.trim()).filter((piece) => piece !== '')).flatMap(cutAtAnd)
}

/** A space parts two names only where the words before it already are one. */
function cutsAtSpace(list: string, at: number, begin: number): boolean {
  return looksLikeUnit(list.slice(begin, at).trim()) && /^\s{0,4}[\u4e00-\u9fff]/.test(list.slice(at, at + 5))
}

/** 各区、县（市）政府 is one name, although it has a 、 inside. */
function mergeOpenGroups(pieces: string[]): string[] {
  const merged: string[] = []
  for (const piece of pieces) {
    const before = merged.at(-1)
    const opens = before !== undefined && /^各[市区县州旗盟镇乡街道地]{1,4}(?:[（(][^）)]*[）)])?$/.test(before)
    if (
      opens &&
      /^(?:县|市|区|州|盟|旗|镇|乡|街道)(?:[（(][^）)]*[）)])?级?(?:人民政府|政府|管委会|党委|办事处|党工委|管理机构)?$/.test(
        piece,
      )
    )
      merged[merged.length - 1] = `${before}、${piece}`
    else merged.push(piece)
  }
  return merged
}

/** 市委网信办和市数据局 are two units, 市工业和信息化局 is one. */
function cutAtAnd(name: string): string[] {
  const pattern = /以及|会同|和|及|与/g
  for (let match = pattern.exec(name); match !== null; match = pattern.exec(name)) {
    const left = name.slice(0, match.index).trim()
    const right = name.slice(match.index + match[0].length).trim()
    const whole = /^(?:市|区|县|省|州|旗|镇|各|有关|相关|国家|国网|中国|中央|人民银行|两江|高新|经开|其他|属地|所在|各级)/.test(
      right,
    )
    const parted = bracketsClosed(left) && (match[0] === '以及' || match[0] === '会同' || whole)
    if (parted && looksLikeUnit(left) && looksLikeUnit(stripRole(right))) return [left, ...cutAtAnd(right)]
  }
  return [name]
}

function bracketsClosed(text: string): boolean {
  return (text.match(/[（(]/g)?.length ?? 0) === (text.match(/[）)]/g)?.length ?? 0)
}

const roleTail =
  /(?:(?:按|根据|依据)(?:照)?(?:各自|有关)?(?:职责|职能|职责和)?(?:任务)?(?:分工)?(?:分别|共同|负责|落实|做好|抓好)*|(?:分别|具体|共同|组织|统筹|协同|联合|协调|主要|抓好)*(?:负责|牵头|配合|参与|参加|落实|实施|承办|协办|主办|协助|推进|支持|指导)(?:负责|实施|落实|推进|组织)?|为(?:牵头|责任|主责|配合)(?:单位|部门)?)$/

/** Takes the words of a role away from a name: 市科技局等部门按职责分工负责 → 市科技局. */
export function stripRole(name: string): string {
  let words = name.trim()
  for (let i = 0; i < 4; i++) {
    const shorter = words
      .replace(/[。；;，,：:\s]+$/, '')
      .replace(roleTail, '')
      .replace(/等\s*$/, '')
      .trim()
    if (shorter === words) break
    words = shorter
  }
  return words
}

/** 市科技局负责编制 → 市科技局. */
function withoutDuty(name: string): string {
  return (
    /^(.{1,30}?(?:局|委|办|部|厅|院|会|公司|中心|政府|[区县市镇]|街道))(?:负责|牵头|承担|落实|配合).{1,30}$/.exec(name)?.[1] ??
    name
  )
}

/** The clean names behind one printed piece: 市科技局等有关部门 → 市科技局, 有关部门. */
export function cleanName(piece: string): string[] {
  const words = withoutDuty(stripRole(piece))
    .replace(/[，,、]?\s?下同(?=[）)]|$)/, '')
    .replace(/[（(]\s?[）)]|[（(](?:总)?(?:牵头|主责|配合|参与)(?:单位|部门)?[）)]/, '')
    .replace(/^(?:由|并由|以及|并|及|和|请|会同)(?=[\u4e00-\u9fff]{2})/, '')
    .replace(/[（(][^（()）]*(?:排名|排在|列首|首位|为牵头|不再|简称)[^（()）]*[）)]/g, '')
    .replace(/^[*★☆▲△●\s]+|[*★☆▲△●\s。；;，,]+$/g, '')
    .replace(/(?<=[\u4e00-\u9fff）]) +(?=[\u4e00-\u9fff（])/g, '')
  const tail =
    /^(.{2,40}?)等(\d{0,2}|[一二三四五六七八九十]{0,2})(?:个)?((?:国务院|省级|省直|市级|市直|区级|区直|县级|县直|各)?(?:相关|有关|责任|成员)?(?:市直|区直|区级|市级)?(?:部门|单位|责任单位|部门和单位|部门单位|企业|机构))$/.exec(
      words,
    )
  if (tail === null) return words === '' ? [] : [words]
  const [, name, , group] = tail
  return /相关|有关/.test(group!) ? [name!, group!] : [name!]
}

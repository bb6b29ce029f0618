/** Industries of section I by GB/T 4754—2017 (信息传输、软件和信息技术服务业): codes, names, divisions. */

export const divisions: Record<string, string> = {
  63: '电信、广播电视和卫星传输服务',
  64: '互联网和相关服务',
  65: '软件和信息技术服务业',
}

/** The classes of these divisions; any other four digits are an industry too, one we do not name. */
export const industries: Record<string, string> = {
  6311: '固定电信服务',
  6312: '移动电信服务',
  6319: '其他电信服务',
  6321: '有线广播电视传输服务',
  6322: '无线广播电视传输服务',
  6331: '广播电视卫星传输服务',
  6339: '其他卫星传输服务',
  6410: '互联网接入及相关服务',
  6421: '互联网搜索服务',
  6422: '互联网游戏服务',
  6429: '互联网其他信息服务',
  6431: '互联网生产服务平台',
  6432: '互联网生活服务平台',
  6433: '互联网科技创新平台',
  6434: '互联网公共服务平台',
  6439: '其他互联网平台',
  6440: '互联网安全服务',
  6450: '互联网数据服务',
  6490: '其他互联网服务',
  6511: '基础软件开发',
  6512: '支撑软件开发',
  6513: '应用软件开发',
  6519: '其他软件开发',
  6520: '集成电路设计',
  6531: '信息系统集成服务',
  6532: '物联网技术服务',
  6540: '运行维护服务',
  6550: '信息处理和存储支持服务',
  6560: '信息技术咨询服务',
  6571: '地理遥感信息服务',
  6572: '动漫、游戏数字内容服务',
  6579: '其他数字内容服务',
  6591: '呼叫中心',
  6599: '其他未列明信息技术服务业',
}

/** Four digits; within section I only the classes that exist. */
export const isIndustryCode = (code: string): boolean =>
  /^\d{4}$/.test(code) && (!(code.slice(0, 2) in divisions) || code in industries)

/** The two digits of the division, null where the code is none. */
export const divisionOf = (code: string): string | null => (isIndustryCode(code) ? code.slice(0, 2) : null)

export const industryName = (code: string): string | null =>
  isIndustryCode(code) ? (industries[code] ?? `其他行业（${code}）`) : null

export const isSoftware = (code: string): boolean => divisionOf(code) === '65'

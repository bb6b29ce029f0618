/** Regions that open the names of enterprises: the country, its provinces and large cities, the districts of Chongqing. */

const provinces =
  '北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 内蒙古 广西 西藏 宁夏 新疆'
const cities = '深圳 广州 杭州 南京 苏州 成都 武汉 西安 长沙 合肥 厦门 青岛 大连 宁波 郑州 济南 贵阳 昆明 绵阳 珠海 无锡'
const districts =
  '万州 涪陵 渝中 大渡口 江北 沙坪坝 九龙坡 南岸 北碚 綦江 大足 渝北 巴南 黔江 长寿 江津 合川 永川 南川 璧山 铜梁 潼南 荣昌 开州 梁平 武隆 城口 丰都 垫江 忠县 云阳 奉节 巫山 巫溪 石柱 秀山 酉阳 彭水 两江新 高新 西部科学城'

/** As regular expressions, each with the word for what it is or without. */
export const regions: string[] = [
  '中国',
  ...provinces.split(' ').map((name) => `${name}[省市]?`),
  ...cities.split(' ').map((name) => `${name}市?`),
  ...districts.split(' ').map((name) => `${name}(?:区|县)?`),
]

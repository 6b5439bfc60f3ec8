"""Countries and larger: places so large that two reports which share one may be about anything."""

_STATES = """
    美国 俄罗斯 乌克兰 英国 法国 德国 日本 韩国 朝鲜
    印度 巴基斯坦 孟加拉国 斯里兰卡 尼泊尔 不丹 马尔代夫 阿富汗 伊朗 伊拉克 以色列 巴勒斯坦 叙利亚 黎巴嫩 约旦 沙特 沙特阿拉伯 也门
    阿联酋 卡塔尔 科威特 巴林 阿曼 土耳其 埃及 利比亚 苏丹 南苏丹 突尼斯 阿尔及利亚 摩洛哥 埃塞俄比亚 肯尼亚 索马里 乌干达 坦桑尼亚
    卢旺达 布隆迪 刚果 尼日利亚 尼日尔 马里 乍得 加纳 喀麦隆 塞内加尔 安哥拉 赞比亚 津巴布韦 莫桑比克 南非 纳米比亚 博茨瓦纳 马达加斯加
    加拿大 墨西哥 古巴 海地 巴拿马 危地马拉 洪都拉斯 萨尔瓦多 尼加拉瓜 哥斯达黎加 多米尼加 牙买加 委内瑞拉 哥伦比亚 厄瓜多尔 秘鲁 玻利维亚
    智利 阿根廷 巴西 巴拉圭 乌拉圭 意大利 西班牙 葡萄牙 荷兰 比利时 卢森堡 瑞士 奥地利 波兰 捷克 斯洛伐克 匈牙利 罗马尼亚 保加利亚 希腊
    塞尔维亚 克罗地亚 斯洛文尼亚 波黑 黑山 北马其顿 阿尔巴尼亚 科索沃 瑞典 挪威 丹麦 芬兰 冰岛 爱尔兰 爱沙尼亚 拉脱维亚 立陶宛 白俄罗斯
    摩尔多瓦 格鲁吉亚 亚美尼亚 阿塞拜疆 哈萨克斯坦 乌兹别克斯坦 吉尔吉斯斯坦 塔吉克斯坦 土库曼斯坦 蒙古 蒙古国 越南 老挝 柬埔寨 泰国 缅甸
    马来西亚 新加坡 印度尼西亚 印尼 菲律宾 文莱 东帝汶 澳大利亚 澳洲 新西兰 巴布亚新几内亚 斐济 所罗门群岛 塞浦路斯 马耳他 梵蒂冈
"""
_SHORT = {"印尼": "印度尼西亚", "澳洲": "澳大利亚", "蒙古国": "蒙古", "沙特": "沙特阿拉伯", "俄国": "俄罗斯"}
# A state by the names that it has in headlines.
STATES = {name: name for name in _STATES.split()} | _SHORT
COUNTRIES = frozenset(STATES) | frozenset(
    """
    中国 我国 中方 大陆 台湾 香港 澳门 中华人民共和国 中华民国 美方 美利坚 俄方 乌方 日方 韩方
    欧洲 亚洲 非洲 美洲 北美 南美 拉美 拉丁美洲 中东 东南亚 中亚 南亚 东亚 东北亚 亚太 海湾 欧盟 北约 东盟 联合国 非盟 西方 欧美 中美 中日
    中俄 中欧 中韩 中英 中印 美欧 美俄 俄乌 美中 两岸 全球 世界 国际 北京 上海 华盛顿 莫斯科 伦敦 巴黎 东京 首尔 布鲁塞尔 纽约 白宫 克里姆林宫
    china chinese russia russian ukraine ukrainian britain british uk france french germany german japan japanese korea korean
    india indian iran iranian israel israeli america american americans u.s us usa europe european eu nato asia asian africa african
    australia australian canada canadian mexico brazil turkey taiwan hong kong beijing washington moscow london
    """.split()
)

"""Words of the trade: what newsrooms write about themselves and their pages. They tell nothing of what happened."""

TRADE = frozenset(
    """
    记者 通讯员 编辑 责编 责任编辑 主编 编导 编审 校对 审核 监制 策划 统筹 制作 剪辑 配音 摄影 摄影师 摄像 摄 拍摄 供图 图片 图源 图为 图集 图文 组图 资料图 资料片
    视频 音视频 音频 直播 作者 撰文 撰稿 文字 文案 排版 海报 来源 稿源 转自 转载 原文 原标题 标题 题图 封面 首发 原创 声明 版权 版权所有 侵权 授权 免责
    点击 阅读 阅读全文 全文 下载 扫码 二维码 关注 订阅 公众号 微信 微博 客户端 小程序 留言 评论 点赞 转发 分享 收藏 登录 注册 链接 网页 网站 网址 频道 专栏 栏目
    版式 版面 本版 电子版 本报 本报讯 本台 本网 本刊 报讯 讯 电 日电 快讯 消息 获悉 报道 报导 据悉 据报 据介绍 综合 综合报道 独家 专访 采访 受访 发自 编译 编者按 导语
    新华社 新华网 新华 人民网 人民日报 中新社 中新网 中国新闻网 央视 央视网 央视新闻 中央电视台 总台 中央广播电视总台 央广 央广网 环球网 环球时报 光明网 光明日报
    澎湃 澎湃新闻 财联社 界面新闻 第一财经 证券时报 上海证券报 中国证券报 证券日报 每日经济新闻 经济日报 经济参考报 财新 财新网 华尔街见闻 新浪 新浪财经 新浪网 搜狐 搜狐网 网易
    腾讯网 腾讯新闻 凤凰网 凤凰 今日头条 头条 百度 百家号 观察者网 虎嗅 虎嗅网 南方周末 南方都市报 南都 新京报 北京日报 北京青年报 解放日报 文汇报 羊城晚报 中国青年报 中青报 中青网 红星新闻
    极目新闻 九派新闻 上游新闻 封面新闻 大河报 潇湘晨报 扬子晚报 现代快报 钱江晚报 参考消息 参考消息网 联合早报 路透社 路透 美联社 法新社 塔斯社 共同社 韩联社 彭博社 彭博 俄新社 半岛电视台
    国内部 国际部 体育部 音视频部 出品 速览 权威速览 权威发布 快评
    日报 晚报 晨报 早报 时报 都市报 通讯社 电视台 广播电台 36氪 it之家 ithome
    caixin biz roundup dive subscribe newsletter register sign
    copyright reserved rights rss http https www com cn app html jpg png reuters bbc cnn bloomberg xinhua afp
    mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday
    january february march april june july august september october november december jan feb apr jun jul aug sep oct nov dec
    """.split()
)

# Words of the market: every announcement is made of them, and most are in no dictionary.
MARKET = frozenset(
    """
    预增 预降 预减 预盈 预亏 续亏 首亏 扭亏 扭亏为盈 略增 略减 归母 归属 归属于 归母净利润 扣非 非经 净利 净利润 净亏损 净额 营收 营业收入 总营收 毛利 毛利率 业绩 预告 快报 财报 季报 中报 年报
    同比 环比 同比增长 同比增加 同比下降 同比减少 增幅 降幅 涨幅 跌幅 涨跌 涨超 跌超 涨近 跌近 领涨 领跌 收涨 收跌 高开 低开 高走 低走 平开 涨停 跌停 连板 封板 停牌 复牌 盘前 盘中 盘后 早盘 午盘 尾盘
    开盘 收盘 收报 报收 两市 沪深 沪指 深成 深成指 创业板 科创板 北交所 上交所 深交所 港交所 纳斯达克 纳指 道指 标普 恒指 恒生 恒生指数 中概 中概股 个股 股价 市值 成交额 换手 主力 板块 概念股
    增持 减持 回购 质押 解禁 定增 配股 募资 募集 拟募 融资 增资 股权 股份 股东 控股 持股 持有人 上市公司 全资 子公司 公告 发布公告 拟收购 收购 转让 招股书 递表 申购 首发 主承销 财年 季度 第四季度 第三季度
    第二季度 第一季度 上年 上年同期 全年 亿元 万元 亿美元 万亿元 美元 港元 每股 每股收益 预期 超预期 不及预期 上调 下调 评级 目标价 研报 分析师 机构
    预计 同期 净亏 净亏损 亏损 转亏 盈利 转盈 负值 利润 利润总额 扣除 扣除非 非经常性 经常性 损益 减值 减值准备 计提 商誉 所有者 母公司 财务部门 会计师 审计 年度 年度报告 年报 半年报 一季报 三季报 报告期 期内 期末 净资产 孰低
    退市 风险警示 警示 终止上市 st *st 摘牌 复核 上市申请 申请书 递交 聘请 保荐 保荐人 联席 有限公司 股份有限公司 有限责任公司 科技股份 公司股票 股票交易 股票 异动 异常波动 偏离 收盘价格 披露 应披露 未披露 重大事项 事项 主营业务 主营 敬请 审慎 广大投资者 投资者
    投资风险 理性 理性投资 爱企查 天眼查 企查查 法定代表 法定代表人 经营范围 注册资本 注册成立 独资 lof etf 基金 申购 赎回 开市 溢价 开盘价 恒科 恒生科技 科技股 中概 概股 美股 港股 a股 指数 三大指数 股指 午间 休盘 收盘价
    涨跌不一 涨跌互现 普涨 普跌 多数 领跌 跌幅 走强 走弱 拉升 跳水 翻红 翻绿 南向 北向 净买入 净流入 净流出 连板 首板 封单 概念 板块 龙头股 大涨 大跌 收涨超 涨近 收跌超 续涨 续跌
    """.split()
)

# Words of the shop window: what a page sells beside the news, and what every product is measured in.
SHOP = frozenset(
    """
    红包 大红包 优惠 优惠券 领券 券后 到手 到手价 直降 立减 满减 补贴 国补 政府补贴 以旧换新 免息 分期 期免息 至高 最高 叠加 下单 秒杀 包邮 首发价 首发 首销 预售 预约 预订 开售 开卖 发售 售价 起售 起售价 定价 标价 新低 史低 好价 神价
    门槛 抽取 抽奖 猜拳 加码 百亿 凑单 加购 拼团 限时 限量 年货 年货节 大促 双11 双12 618 京东 淘宝 天猫 拼多多 抖音商城 旗舰店 自营 折合 折后 赠品 会员 年卡 月卡 季卡 权益 直达 点此 绑定 解绑 送装 一体 商品 链接 购买 店铺 客服
    处理器 芯片 内存 显存 存储 硬盘 固态 固态硬盘 屏幕 屏 触控 触控屏 刷新率 分辨率 亮度 色域 护眼 电池 续航 快充 有线 无线 充电 充电器 充电宝 磁吸 散热 风扇 机身 中框 后盖 镜头 摄像头 主摄 长焦 超广角 像素 传感器 扬声器 麦克风 接口 蓝牙 蓝牙耳机 耳机 键盘 鼠标 笔记本
    笔记本电脑 轻薄 轻薄本 游戏本 平板 平板电脑 手机 智能手机 智能手表 手表 显示器 主机 主板 显卡 核显 独显 跑分 核心 线程 频率 主频 功耗 工艺 制程 规格 参数 配置 配备 搭载 支持 机型 型号 款 版本 标准版 至尊版 旗舰 旗舰机 新机 新品 爆料 曝光 博主 数码
    官宣 定档 上架 配色 推送 升级 更新 新增 优化 修复 适配 邀测 内测 公测 灰度 预览 预览版 测试版 正式版 功能 体验 用户 系统 操作系统 应用 app 软件 客户端 界面 图标 壁纸 模式
    cpu gpu npu soc ai pc os ui usb usb-c type-c hdmi dp wifi wi-fi nfc ota oled amoled lcd led mini-led mini hdr ip68 ddr4 ddr5 lpddr5x ufs ssd nvme pcie gb tb mah hz fps app pro max plus ultra air se lite note pad pad5 book watch buds beta dev build insider preview windows win11 win10
    android ios ipados macos
    """.split()
)

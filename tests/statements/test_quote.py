"""Who said what, to whom, through whom, when and how surely: sentences of invented people and outlets."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from suyuan import statements, times
from suyuan.records import BlockKind, Hedge, SpeakerKind, Statement, StatementKind, Timex, TimexType
from tests.statements.articles import article, blocks


@dataclass(frozen=True)
class Case:
    """A text and, for its statement number `at`, what is expected of some of its fields."""

    world: str
    text: str
    at: int = 0
    count: int | None = None
    speaker: str | None = None
    content: str | None = None
    role: str | None = None
    addressee: str | None = None
    chain: tuple[str, ...] | None = None
    kind: StatementKind | None = None
    speaker_kind: SpeakerKind | None = None
    hedge: Hedge | None = None
    cue: str | None = None
    outlet: str | None = None


CASES = [
    Case("who acts right behind a quotation said it", "云州灯会今晚开幕，街上人山人海。“和这么多人一起看灯，太有气氛了！”家住附近的林远激动得流出了眼泪。", speaker="林远", content="“和这么多人一起看灯，太有气氛了！”"),
    Case("a meeting by when it was held", "总书记林远指出：“治水要系统。”去年底召开的云州农村工作会议提出“要因地制宜修路，统筹布局”等。", at=1, speaker="云州农村工作会议", content="“要因地制宜修路，统筹布局”"),
    Case("the firm that the sentence before tells of", "远山公司宣布，将会融资。与此同时，特斯拉也在控制成本。本周三，该公司宣布将裁减一百名员工。", at=1, speaker="特斯拉"),
    Case("the firm that stands for an example", "多家券商密集发债。以远山证券为例，该券商募集说明书显示，资金拟用于偿还本金。", speaker="远山证券"),
    Case("many firms are none by name", "多家机构指出，行业仍处于成长期。", speaker="多家机构", speaker_kind=SpeakerKind.UNNAMED),
    Case("who puts out figures shows what they show", "1月28日，远山公司（代码：YUAN）发布全年财务数据，显示2031年公司营收948亿元，同比下降3%。", speaker="远山公司", content="2031年公司营收948亿元，同比下降3%"),
    Case("what he is stands behind his name", "Anton Belkin，Far Hill 的创始人兼 CEO 在网上强调：不需要任何新算法。", speaker="Anton Belkin", role="Far Hill 的创始人兼 CEO"),
    Case("a body beneath another has its own name", "北国国防部下属机构远山合作局30日发表声明说，军售已获批准。", speaker="远山合作局"),
    Case("what a group calls itself", "一个自称“火山队”的团体4日在网上发表声明，宣称制造了这起事件。", speaker="火山队"),
    Case("through whom it was learnt", "据远山社从多家房企相关人士处获悉，其所在公司已不被要求每月上报。", chain=("远山社",)),
    Case("whom an outlet points at speaks", "《远山时报》同天跟进报道，指受访企业人士都证实，没有收到相关要求。", speaker="受访企业人士", chain=("《远山时报》",), content="没有收到相关要求"),
    Case("what another share says is theirs", "78%的受访者表示，已经换了新机，另有 22% 仍在使用旧机。", content="已经换了新机"),
    Case("in whose name is not who", "北国特使贝尔金30日在社交媒体发文，代表总统何青宣布，新令将于周一签署。", speaker="贝尔金"),
    Case("both sides", "林远会见了到访的副局长何青，双方充分肯定合作取得的积极成效，并表示将继续合作。", speaker="双方", speaker_kind=SpeakerKind.UNNAMED),
    Case("how the shares closed is the writer's", "分析师赵倩认为，四季度加工费有望企稳。公司股价当日收跌4.2%。", content="四季度加工费有望企稳"),
    Case("a name before a gloss is whole", "远山中国首席执行官潘励驰（Alexander Far）分析称，需求发生了变化。", speaker="潘励驰"),
    Case("of the province that was named last", "山云日报讯，山东省政府要求加快建设。\n广东省十四届人大会议开幕，省政府工作报告提出，今年增长5%。", at=-1, speaker="广东省政府"),
    Case("a briefing is of whoever gives it", "记者从国家能源局例行新闻发布会获悉，充电设施突破2000万。", speaker="国家能源局"),
    Case("who goes by a Latin name", "2031 年，贺兰舟 Sam 离开了公司。Sam 表示，编排很难。", speaker="贺兰舟 Sam"),
    Case("how he said it is no name", "“希望有一天我也能舞起火龙。”林远充满期待地对何青说。", speaker="林远"),
    Case("police who arrive are told of by whoever tells", "我局接群众报警称，3号楼附近发现一头“狮子”。枕河分局民警携带装备于6时31分到达现场。", content="3号楼附近发现一头“狮子”"),
    Case("whom he telephoned is not who speaks", "王远同北国总统外事顾问贝尔金通电话时说，形势复杂。", speaker="王远"),
    Case("where a study is printed is no part of it", "林远说，演化取决于大气条件。研究论文已发表在北国《天体杂志》上。", content="演化取决于大气条件"),
    Case("what a paper sets out to do", "民政部印发《关于支持老年经济的意见》。《意见》明确提出支持各地打造产业集群，完善环境。", speaker="《关于支持老年经济的意见》", content="支持各地打造产业集群，完善环境"),
    Case("或 before 难", "分析人士认为，市场抛售或难以持续。", hedge=Hedge.POSSIBLE),
    Case("an old book has a name", "如《云州志·水卷》曰“水清而鱼肥，岸阔而舟轻”。", speaker="《云州志·水卷》", speaker_kind=SpeakerKind.NAMED, cue="曰"),
    Case("one office and another", "远山中国总裁及首席执行官潘励驰到场。潘励驰称，时日尚早。", speaker="潘励驰", role="远山中国总裁及首席执行官"),
    Case("what the page puts between is not said", "远山公司表示，均价突破400美元（远山网注：约合2781元人民币），创下新高。", content="均价突破400美元|创下新高"),
    Case("at the same time, too, is a figure", "协会数据显示，电动车占比17.4%。与此同时，汽油车的份额从45.2%降至35.5%。", content="电动车占比17.4%。与此同时，汽油车的份额从45.2%降至35.5%"),
    Case("a possible cause is no doubt", "林远说，受政府可能再次停摆等多重因素刺激，价格上涨。", hedge=Hedge.CERTAIN),
    Case("a possible scene is one", "林远表示：“未来甚至可能出现这样的场景，大家都戴眼镜。”", hedge=Hedge.POSSIBLE),
    Case("an office with a space", "远山科技创始人兼 CEO 王远发表演讲。王远认为，时刻快到了。", speaker="王远", role="远山科技创始人兼CEO"),
    Case("how it was guessed is no name", "远山网合理推测，新机将在三月发布。", speaker="远山网"),
    Case("who prints it says it", "北国机关报《北国日报》刊发评论员文章称，整治会继续。", speaker="北国机关报《北国日报》"),
    Case("whoever hands over a letter", "部长刘海星向苏林转交总统的贺信，表示北方愿加强合作。", speaker="刘海星", role="部长"),
    Case("by the document that was put out", "北国气象组织发布公报说，气温创新高。\n南国遭受降雨。根据这份公报，1月份，南国大部分地区遭遇热浪侵袭。", at=1, speaker="北国气象组织", content="1月份，南国大部分地区遭遇热浪侵袭"),
    Case("a financial wire", "据远山财讯，云州市在规划中提出，建设五个体育公园。", chain=("远山财讯",)),
    Case("what it was likened to", "林远此前形容新车驾驶体验“像电车一样”。", cue="形容", content="“像电车一样”"),
    Case("a firm called data", "西部数据表示，需求强劲。", speaker="西部数据", speaker_kind=SpeakerKind.NAMED),
    Case("规则 holds no 则", "Far Games CEO 安东 · 贝尔金今天发文，公开批评平台的支付规则，称这些规定禁止第三方支付。", speaker="安东 · 贝尔金", role="Far Games CEO"),
    Case("答问 is no part of a name", "北办发言人张晗答问表示，图谋不会得逞。", speaker="张晗", role="北办发言人"),
    Case("日前 is no part of a name", "北国历史学家鲁伊·洛里多日前接受远山社记者专访。洛里多认为，这完全不可接受。", speaker="鲁伊·洛里多", role="北国历史学家"),
    Case("an office of many characters", "北国消费者权益保护和公共卫生监督局局长安东·贝尔金到任。贝尔金说，没有风险。", speaker="安东·贝尔金", role="北国消费者权益保护和公共卫生监督局局长"),
    Case("that paper is the one that commented", "据《远山日报》报道，有网友发现此事。\n官媒《云州日报》星期五在微博评论这起事件。该报写道，这种行为伤害感情。", at=-1, speaker="《云州日报》"),
    Case("guidelines have a title", "北国政府印发《关于云州发展的指导意见》。指导意见强调，要加强监管。", speaker="《关于云州发展的指导意见》"),
    Case("and a promise", "云州公司发表声明道歉，称内容有误，并承诺将从根本上改变审查体系。", at=1, cue="承诺", speaker="云州公司", content="将从根本上改变审查体系"),
    Case("what events show is the speaker's", "贝尔金28日会晤何青时说，近期发生的事件表明，局势不容忽视。", count=1, cue="说", speaker="贝尔金"),
    Case("what a court found is no defence", "远山方面曾辩称该案不应受理，但北国上诉法庭最终裁定案件可以继续。", content="该案不应受理"),
    Case("all that was learnt behind a colon", "记者从云州水利部获悉：首单交易近日签约。地方政府将从收益中安排资金，用于治理。", content="首单交易近日签约。地方政府将从收益中安排资金，用于治理"),
    Case("官宣 before a comma", "云州卫星公司今日官宣，卫星与地面站成功开展了试验。", speaker="云州卫星公司", content="卫星与地面站成功开展了试验"),
    Case("what the page adds is no part", "远山公司宣布推出一系列限定版产品，本网汇总如下。", content="推出一系列限定版产品"),
    Case("提出 to a year", "民政部提出到2030年突破一批关键核心技术。", cue="提出", content="到2030年突破一批关键核心技术"),
    Case("a study that a land is the place of", "北国2024年一项调查显示，九成人愿意。", speaker="北国2024年一项调查", speaker_kind=SpeakerKind.UNNAMED),
    Case("the newest survey is the house's", "根据 TrendFar 远山咨询最新显示产业调查，随着融合加深，出货量将增长。", speaker="TrendFar 远山咨询"),
    Case("a guest with a surname", "来自云州的观众蒋女士说，展览很好。", speaker="蒋女士", role="来自云州的观众"),
    Case("pictures and messages are nobody", "名为“退费公告”的短信和图片显示，会员可以退费。", speaker_kind=SpeakerKind.UNNAMED),
    Case("a weekday is no part of who put it out", "根据贝尔金办公室星期五（1月30日）发布的声明，两人会谈。\n声明也提到，双方将加强合作。", speaker="贝尔金办公室"),
    Case("whoever is told of hopes", "林远说，北国商务部长何青曾开出优惠条件，希望公司把总部搬到北国。", count=1, content="北国商务部长何青曾开出优惠条件，希望公司把总部搬到北国"),
    Case("a house estimates", "远山咨询预估，出货量将达到三千万台。", speaker="远山咨询", hedge=Hedge.POSSIBLE),
    Case("what he put beside it is no content", "林远在微博透露，换电超过一亿次，并附上“换电即将达成”的图。", content="换电超过一亿次"),
    Case("无限可能 is sure", "“老城拥有无限可能”，林远说。", hedge=Hedge.CERTAIN),
    Case("the view of a member state goes on", "奥尔波表示，合作潜力正不断释放。作为欧盟成员国，芬兰愿同中国开展对话。", content="合作潜力正不断释放。作为欧盟成员国，芬兰愿同中国开展对话"),
    Case("who signs is not he", "（记者林远）北国总统贝尔金在云州出席落成仪式。他说，加工厂体现了合作。", speaker="贝尔金", role="北国总统"),
    Case("she who came by a relative clause", "（记者林远）在北国留学的宋思佳当天飞抵云州。“我买票就来了，没有计划。”她说。", speaker="宋思佳"),
    Case("what was reported is the outlet's", "远山社星期四报道这则消息。\n报道称，林远的遗体星期四火化。", speaker="远山社"),
    Case("a meeting is named by who holds it", "云州火箭有限公司召开2026年度工作会议。会议强调，要抓好安全。", speaker="云州火箭有限公司2026年度工作会议"),
    Case("a blogger by his handle is he", "微博博主 @云州小站 今日公布了三款新品的配置。\n他猜测，新品将于三月发布。", speaker="云州小站", role="微博博主"),
    Case("the reporter is of the agency in the dateline", "远山社云州1月28日电（记者刘远、杜宁）记者采访发现，云州赛事很多。", outlet="云州网", speaker="远山社"),
    Case("the reporter is of the agency that signs", "远山社“远山视点”记者刘远\n云州赛事很多。\n记者梳理发现，云州赛事很多。", outlet="云州网", speaker="远山社"),
    Case("和 inside an office", "联邦消费者权益保护和公益监督局局长安娜·贝尔金说，当前没有风险。", speaker="安娜·贝尔金", role="联邦消费者权益保护和公益监督局局长"),
    Case("two with offices and others", "云州大学教授白远、云州体育局研究中心主任赵青等学者认为，赛事会更多。", speaker="白远、赵青", speaker_kind=SpeakerKind.NAMED),
    Case("one of two with offices", "云州大学教授白远、云州体育局主任赵青等多位专家表示，要安全。\n赵青说，要快。", at=1, speaker="赵青", role="云州体育局主任"),
    Case("these firms are none by name", "据远山网报道，这些音乐公司在声明中表示，索赔三亿元。", speaker="这些音乐公司", speaker_kind=SpeakerKind.UNNAMED),
    Case("a leak is nobody's", "此前爆料显示，远山公司已获得足够的供应，但北山公司希望涨价。", role="爆料", count=1, speaker_kind=SpeakerKind.ANONYMOUS),
    Case("by a leak", "根据相关爆料，远山公司的新芯片将采用新封装技术。", speaker_kind=SpeakerKind.ANONYMOUS, content="远山公司的新芯片将采用新封装技术"),
    Case("comments that were drawn", "活动引来网友留言感叹“没想到补了一堂历史课”。", speaker_kind=SpeakerKind.ANONYMOUS, role="网友"),
    Case("how others see how others see it", "分析人士认为，在北方看来，林远“亲南国”，而北国正在施压。", count=1),
    Case("a release of figures goes on", "云州统计局数据显示，2025年全市用电10.4万亿千瓦时，增长5%。工业用电占比60%，提高2个百分点。市民李某昨天走进商场。", content="2025年全市用电10.4万亿千瓦时，增长5%。工业用电占比60%，提高2个百分点"),
    Case("what others announce is no more of it", "云州统计局数据显示，2025年用电增长5%。远山公司宣布，投资3亿元。", content="2025年用电增长5%"),
    Case("what it is not, too, is his", "何青出席会议。他指出，双方应当合作。这不仅是现实需要，也是共同的责任。", content="双方应当合作。这不仅是现实需要，也是共同的责任"),
    Case("可能 may be a noun", "林远说，“毕竟人有跑崩的可能”。", hedge=Hedge.CERTAIN),
    Case("可能会 is of the whole", "林远表示，两只兔子同时出现，可能会引发公平性的讨论。", hedge=Hedge.POSSIBLE),
    Case("可能 of what is spoken of", "林远说，公司有权对可能危及调查进行的文件内容进行删减。", hedge=Hedge.CERTAIN),
    Case("恐 before a verb", "林远说，争议恐导致法案无法通过。", hedge=Hedge.POSSIBLE),
    Case("uncertainty that is told of", "远山协会表示，尽管受到政策不确定性影响，运量仍增长。", hedge=Hedge.CERTAIN),
    Case("who is urged in a report is urged by whoever urges", "据远山网报道，云州市议员林远呼吁市政府立即停工。", speaker="林远", role="云州市议员", chain=("远山网",), content="市政府立即停工"),
    Case("an office behind a conjunction", "如果北国前总理努里·马利基再次当选，援助将停止。马利基表示，坚决反对这一切。", speaker="努里·马利基", role="北国前总理"),
    Case("an office behind a day and a count", "27日已有两名联邦参议员汤姆·蒂利斯和莉萨·贝尔金到场。蒂利斯称，这很糟糕。贝尔金则认为，她该辞职了。", at=1, speaker="莉萨·贝尔金", role="联邦参议员"),
    Case("共和党 holds no 和", "共和党籍总统特朗普当天仍为部长辩护。特朗普表示，局势会降温。", speaker="特朗普", role="共和党籍总统"),
    Case("a name that ends as a paper does", "云州市副市长林文章介绍，去年来访者减少。林文章表示，要加大督查力度。", at=1, speaker="林文章", role="云州市副市长", speaker_kind=SpeakerKind.NAMED),
    Case("whose view he was asked for is not who speaks", "参议院领袖约翰·图恩则避免正面回应对诺姆的看法，只称“这应由总统作决断”。", speaker="约翰·图恩", role="参议院领袖"),
    Case("what a rule shuts out is no speech of its own", "标准强调须引导理性消费，杜绝暗示或鼓励用户通过借贷消费。", count=1, content="须引导理性消费，杜绝暗示或鼓励用户通过借贷消费"),
    Case("whoever draws on a forecast", "市场反复引用远山的供需预测，认为原油将出现过剩。", count=1, cue="认为", content="原油将出现过剩"),
    Case("a channel brings what a firm announces", "据远山云公众号，远山健康宣布联合北山发布智能体。", speaker="远山健康", chain=("远山云公众号",)),
    Case("a numbered channel is one outlet", "北国首相贝尔金接受远山电视二台采访时表示，没有协议。", chain=("远山电视二台",)),
    Case("a village before an office is no name", "据吴营村村支书介绍，假期接待游客两万人次。", speaker="吴营村村支书", speaker_kind=SpeakerKind.UNNAMED),
    Case("学说 may be a name and a verb", "“我觉得这里很好，想来就来。”王家学说，日子会更好。", speaker="王家学"),
    Case("a side without a name is nobody by name", "远山手机今日上市。官方表示，屏幕支持高刷新率。", speaker="官方", speaker_kind=SpeakerKind.UNNAMED),
    Case("somebody without a name is he", "黄先生说，价格涨了。40岁陈姓商人在云州经营一家公司。他告诉远山社，客人很多。", at=1, speaker="陈姓商人", speaker_kind=SpeakerKind.UNNAMED),
    Case("his words end where somebody else comes on", "林远告诉远山社，价格还会涨。40岁陈姓商人在云州经营一家公司。", content="价格还会涨"),
    Case("one of a body that is pointed to", "报道引述该旅一名连长说，训练强度很大。", speaker="该旅一名连长", speaker_kind=SpeakerKind.UNNAMED),
    Case("who put out a post reports in it", "网络安全公司 Farhill 昨日发布博文，报道称有黑客分发恶意软件。", speaker="Farhill"),
    Case("whom a survey is of is not whose it is", "云州商会近期对外地企业的调查显示，九成企业愿意留下。", speaker="云州商会"),
    Case("what he was asked to draw from it is the writer's", "保安局局长林远称，他少年时做过各类苦工，并以此劝勉警员要吃苦。", content="他少年时做过各类苦工"),
    Case("a quotation below what a person says is his", "林远补充说，日子不容易。\n“我换了工作，薪水不如以前。我不知道怎么办。”", content="日子不容易|“我换了工作，薪水不如以前。我不知道怎么办。”"),
    Case("a member of a party has a name", "远山绿党成员林远表示，开支太大。", speaker="林远", role="远山绿党成员"),
    Case("two heads that speak together are both", "北国总统林远与南国总理何青宣布，两国停火。", speaker="林远与何青"),
    Case("a role that stood in narration is his", "远山公司创始人黄修远自1998年起研究山熊。黄修远坦言，圈养影响它们的身体。", speaker="黄修远", role="远山公司创始人"),
    Case("an office in letters before a foreign name", "远山CEO安东·贝尔金谈到算力。贝尔金表示，不会只做一项业务。", speaker="安东·贝尔金", role="远山CEO"),
    Case("说 is no part of a foreign name", "北国科学家安东·贝尔金说，这里很冷。北国科学家们表示，这里是理想的平台。", at=1, speaker="北国科学家们", speaker_kind=SpeakerKind.UNNAMED),
    Case("站 behind a foreign name is what he does", "来自北国的游客布拉德福德站在台前说：“它们很特别。”", speaker="布拉德福德"),
    Case("a counted one who shows his view", "一位北国设计主管也对此表达了自己的态度：“我宁愿离开。这太难了。”", speaker="一位北国设计主管"),
    Case("a study is nobody", "本次研究发现，激素升高是重要原因。", speaker="本次研究", speaker_kind=SpeakerKind.UNNAMED),
    Case("a body's study is the body's", "云州大学研究发现，激素升高是重要原因。", speaker="云州大学"),
    Case("some study", "有研究显示，错误文本会使错误增加一成。", speaker="研究", speaker_kind=SpeakerKind.UNNAMED),
    Case("what was said in a report is the report's issuer", "经纪商远山集团在一份报告中指出，金价上涨。报告认为，信心正在减弱。", at=1, speaker="经纪商远山集团"),
    Case("研报 is a document and no 报称", "远山证券研报称，白酒迎来旺季。", speaker="远山证券", content="白酒迎来旺季"),
    Case("a house judges without a mark", "远山证券判断今年动销有望维持平稳。", speaker="远山证券", content="今年动销有望维持平稳"),
    Case("the outside world guesses", "此前外界预测，林远有可能进入董事会。", role="外界", content="林远有可能进入董事会"),
    Case("a share of people has no name", "超过半数的游戏开发者认为，行业受到了影响，这一比例较两年前大幅上升。", role="超过半数的游戏开发者", speaker_kind=SpeakerKind.ANONYMOUS, content="行业受到了影响"),
    Case("many institutions have no name", "越来越多金融机构认为，元气正在恢复。", role="越来越多金融机构", speaker_kind=SpeakerKind.ANONYMOUS),
    Case("who calls for something openly one clause behind", "名誉主席林远在一场活动上，罕见公开呼吁云州进行改革。", speaker="林远", content="云州进行改革"),
    Case("what an announcement amounts to is the writer's", "北国与南国在云州宣布达成贸易协定，标志着谈判落槌。", content="达成贸易协定"),
    Case("what came of a wish", "北国通过中间渠道表示希望与南国沟通，但北国不能威胁南国。", content="希望与南国沟通"),
    Case("a quotation that closes its sentence ends there", "林远说：“争取再多养一百只羊……”有了新工具，他的腰包越来越鼓。", content="“争取再多养一百只羊……”"),
    Case("both halves round 这样回答", "“这就是抄袭，”一位来自北国的开发者这样回答，“但我必须使用它”。", content="“这就是抄袭，”|“但我必须使用它”"),
    Case("attribution behind plain speech", "对一些人来说，这种失调会压抑食欲，林远表示。", speaker="林远", content="对一些人来说，这种失调会压抑食欲"),
    Case("who speaks for a state goes on with 这", "外交部发言人林远表示，有关言论暴露了野心。这已经对地区和平构成威胁，国际社会必须警惕。", content="有关言论暴露了野心。这已经对地区和平构成威胁，国际社会必须警惕"),
    Case("the state of who speaks wishes in his words", "国家主席林远会见北国总理贝尔金。\n贝尔金表示，两国友谊深厚。北国主张战略自主，支持自由贸易。", count=1, content="两国友谊深厚。北国主张战略自主，支持自由贸易"),
    Case("a colon and the quotation below it", "林远明确表示，公司追求长期组合：\n“我们希望去构建最优的组合。”", content="公司追求长期组合|“我们希望去构建最优的组合。”"),
    Case("a quotation between two of his", "首席财务官艾米·贝尔解释称，供给是瓶颈。\n“客户需求持续超过供应能力。”\n贝尔强调，会继续投入。", content="供给是瓶颈|“客户需求持续超过供应能力。”"),
    Case("a list over several paragraphs", "总理林远指出，可以从三个方面着手。一是做大贸易。\n二是打造创新。\n三是开辟市场。\n何青表示，愿意合作。", content="可以从三个方面着手。一是做大贸易|二是打造创新|三是开辟市场"),
    Case("a link's number is no part of a name", ">> 查看详情2、林远称，耳机太火了。", speaker="林远"),
    Case("an adverb is no part of a name", "贝尔金总统在云州。贝尔金频繁呼吁各方明确时间。", speaker="贝尔金"),
    Case("a title is a role and no part of the name", "云州市民政局局长林远表示，救助金已经发放。", speaker="林远", role="云州市民政局局长", content="救助金已经发放"),
    Case("two offices are one role", "云州大学教授、远山研究院院长何青说，数据可靠。", speaker="何青", role="云州大学教授、远山研究院院长"),
    Case("a foreign name keeps its dots", "北国外交部副部长安东·贝尔金对远山社表示，谈判将继续。贝尔金还说，时间未定。", at=1, speaker="安东·贝尔金"),
    Case("the hearer is an outlet, so it is the way too", "北国外交部副部长安东·贝尔金对远山社表示，谈判将继续。", addressee="远山社", chain=("远山社",)),
    Case("an interview names its outlet", "北国总理佩特罗夫在接受《远山邮报》采访时表示，谈判将继续。", speaker="佩特罗夫", addressee="《远山邮报》", chain=("《远山邮报》",)),
    Case("he is who spoke before", "云州市市长林远表示，水已经退了。他说，学校周一复课。", at=1, speaker="林远"),
    Case("a dropped subject is the speaker before", "云州市市长林远表示，水已经退了，并强调安全第一。", at=1, count=2, speaker="林远", content="安全第一"),
    Case("the words before 并称 are cut there", "云州市市长林远表示，水已经退了，并称学校周一复课。", content="水已经退了"),
    Case("a subject one clause back is found", "远山科技公司发布公告，称董事长已经辞职。", speaker="远山科技公司"),
    Case("a quotation before its speaker is his", "“水已经退了。”林远说。", speaker="林远", content="“水已经退了。”", kind=StatementKind.DIRECT),
    Case("a split quotation has both halves", "“水已经退了，”林远说，“学校周一复课。”", speaker="林远", content="“水已经退了，”|“学校周一复课。”", kind=StatementKind.DIRECT),
    Case("an outlet that only reports another's words is the way", "据远山日报报道，云州市市长林远表示，水已经退了。", count=1, speaker="林远", chain=("远山日报",)),
    Case("an outlet alone says it itself", "据远山日报报道，云州大桥昨日通车。", count=1, speaker="远山日报", chain=()),
    Case("an outlet that quotes is the way", "远山社援引云州警方的话称，三人被捕。", speaker="云州警方", chain=("远山社",)),
    Case("nobody can be held to an anonymous word", "有消息人士透露，谈判已经破裂。", speaker=None, role="消息人士", speaker_kind=SpeakerKind.ANONYMOUS),
    Case("an informant of a reporter comes through the outlet", "2日晚间，远山台记者从北国方面获悉，消息人士称，谈判已经破裂。", chain=("远山台",), speaker_kind=SpeakerKind.ANONYMOUS),
    Case("a view held by some is anonymous", "不过也有观点认为，北国想要拖延时间。", role="观点", speaker_kind=SpeakerKind.ANONYMOUS),
    Case("placed but not named is described", "一名不愿透露姓名的警方官员表示，搜救仍在进行。", speaker="一名不愿透露姓名的警方官员", speaker_kind=SpeakerKind.UNNAMED),
    Case("a pronoun without anybody is unresolved", "他表示，谈判已经结束。", speaker=None, speaker_kind=SpeakerKind.UNRESOLVED),
    Case("a day in words is no part of the name", "云州渡口管理处五日表示，网传视频与事实不符。", speaker="云州渡口管理处"),
    Case("a letter is by who put it out", "5日，云州医院发布情况说明。该说明称，患者病情稳定。", speaker="云州医院"),
    Case("an office abbreviated is the same officer", "北国外交部副部长安东·贝尔金表示，谈判将继续。北副外长还提到，双方都愿意让步。", at=1, speaker="安东·贝尔金"),
    Case("the hospital's side is the hospital", "伤者被送往云州市第一医院。院方表示，伤者已经脱险。", speaker="云州市第一医院"),
    Case("an alias in brackets is the full name", "北国联邦安全局（BFA）展开调查。BFA称，两人被捕。", speaker="北国联邦安全局"),
    Case("a quotation goes on in the next sentence", "一名网友称，山上有人。“我是闻声过去的。”", content="山上有人。“我是闻声过去的。”", kind=StatementKind.MIXED),
    Case("first person goes on", "云州市市长林远表示，双方一直有联系。我们没有隐瞒任何事情。", content="双方一直有联系。我们没有隐瞒任何事情"),
    Case("what the narrator adds to a quotation is not in it", "林远强调“我们负有责任”，表明他愿意让步。", content="“我们负有责任”"),
    Case("a name in quotation marks makes nothing mixed", "云州市市长林远表示，“远山大桥事件”已有结论。", kind=StatementKind.INDIRECT),
    Case("繁體 and corner marks read alike", "雲州市市長林遠表示：「水已經退了。」", speaker="林遠", role="雲州市市長", content="「水已經退了。」", kind=StatementKind.DIRECT),
    Case("straight and half-width marks read alike", '云州市市长林远说:"水已经退了。"', speaker="林远", content='"水已经退了。"', kind=StatementKind.DIRECT),
    Case("Latin letters keep their case", "OpenBank首席执行官林远表示，公司不会裁员。", speaker="林远", role="OpenBank首席执行官"),
    Case("the time before the speaker is no part of the name", "当地时间20日晚，云州商务局一名高级官员表示，禁令可以讨论。", speaker="云州商务局一名高级官员"),
    Case("a phrase ends before its hearer", "云州市副市长列维奇对远山社表示，水已经退了。", speaker="列维奇", role="云州市副市长", addressee="远山社", chain=("远山社",)),
    Case("a phrase ends where the person acts", "云州海事局局长贺兰舟指着桥面说：“水已经退了。”", speaker="贺兰舟", role="云州海事局局长"),
    Case("a farmer has a name and a role", "云州果农阎九斤对远山日报记者说，价格不高。", speaker="阎九斤", role="云州果农"),
    Case("somebody's wife is herself", "贾某的妻子说，他不知情。", speaker="贾某的妻子"),
    Case("whoever is counted is somebody", "一名曾在河上跑船的船工告诉远山日报，水已经退了。", speaker="一名曾在河上跑船的船工"),
    Case("a place's people are no name", "云州市民表示，水已经退了。", speaker="云州市民", speaker_kind=SpeakerKind.UNNAMED),
    Case("a quotation before its speaker's sentence is his", "“水已经退了。”3日中午，云州市市长林远在电话里对远山社说。", speaker="林远", content="“水已经退了。”"),
    Case("a gesture before a quotation reports it", "云州市市长林远来了。他摇摇头：“水还没退。”", speaker="林远", content="“水还没退。”"),
    Case("a role given once holds for the pronoun", "云州市市长林远表示，水已经退了。他说，学校周一复课。", at=1, role="云州市市长"),
    Case("whoever the reporter learnt it from says it", "记者从云州市水利局获悉，水已经退了。", speaker="云州市水利局", content="水已经退了"),
    Case("who quotes stands nearest to the reader", "拾光网援引远山社报道称，云州市市长林远表示，水已经退了。", speaker="林远", chain=("拾光网", "远山社")),
    Case("an account is an outlet by its name", "据自媒体“云州看点”报道，大桥昨日通车。\n该账号援引知情人士的话称，大桥将收费。", at=1, chain=("云州看点",), speaker_kind=SpeakerKind.ANONYMOUS),
    Case("a meeting speaks under its name", "云州市政府常务会议昨日召开。会议指出，防汛形势严峻。", speaker="云州市政府常务会议"),
    Case("a meeting that is not named is some meeting", "会议指出，防汛形势严峻。", speaker="会议", speaker_kind=SpeakerKind.UNNAMED),
    Case("how he said it is no part of his name", "云州果农阎九斤满脸喜悦地说，价格不低。", speaker="阎九斤", role="云州果农"),
    Case("what he said next is no part of his name", "云州市市长林远来了。林远续称，水已经退了。", speaker="林远"),
    Case("a foreign outlet is named after its kind", "据外媒 FarHills 今日报道，大桥昨日通车。", speaker="FarHills", content="大桥昨日通车"),
    Case("a medium that is not named is unnamed", "据外媒报道，大桥昨日通车。", speaker="外媒", speaker_kind=SpeakerKind.UNNAMED),
    Case("a dateline is no speaker", "远山社云州1月30日电（记者何青）云州市监局30日就此事发布通报，称饭店违规。", speaker="云州市监局"),
    Case("a foreign name with spaces round its dot", "云州公司首席执行官玛丽 · 博拉来了。\n博拉表示：“我们将裁员。”", speaker="玛丽 · 博拉"),
    Case("an office that no list holds", "北国审计长弗洛雷斯表示，合同无效。", speaker="弗洛雷斯", role="北国审计长"),
    Case("whoever takes part is nobody in particular", "与会嘉宾一致认为，前景广阔。", speaker_kind=SpeakerKind.ANONYMOUS),
    Case("what a person does before a colon reports his words", "云州大学学生李萍手提宫灯，眼里放着光：“这些诗句在同我们说话呢。”", speaker="李萍", content="“这些诗句在同我们说话呢。”"),
    Case("its means the body that the sentence is about", "远山公司表示，车没有问题。\n昨日，远山公司再次落子：其宣布新建一座工厂。", at=1, speaker="远山公司"),
    Case("whoever came before a foreign name holds it no longer", "云州州长、民主党人珍妮特·米尔斯表示，行动不受欢迎。", speaker="珍妮特·米尔斯", role="云州州长、民主党人"),
    Case("a tag before a lead is no speaker", "【拾光网】7日，云州市市长林远发出通报，宣布明日停课。", speaker="林远"),
    Case("a student of any kind has a name", "云州大学博士生王俊然说，报道很好。", speaker="王俊然"),
    Case("an official told the media", "云州市监局发布通报。该局官员对媒体称，已有三家饭店停业。", speaker="云州市监局官员", speaker_kind=SpeakerKind.UNNAMED),
    Case("a quotation goes on after its speaker", "“我常被要求作出选择，”林远说。“我说我不会。”", speaker="林远", content="“我常被要求作出选择，”|“我说我不会。”"),
    Case("a paragraph of nothing but a quotation goes on with the one before", "林远表示：“价格并不新鲜。”\n“但大家觉得这是极限。”", speaker="林远", content="“价格并不新鲜。”|“但大家觉得这是极限。”", count=1),
    Case("a quotation before another speaker is that speaker's", "“价格不高，”林远说。“这是极限。”何青说。", speaker="林远", content="“价格不高，”", count=2),
    Case("an announcement named as a source", "据远山公司最新公告，工厂已经复产。", speaker="远山公司"),
    Case("figures that say", "云州国资委周三发布数据称，资产突破百亿元。", speaker="云州国资委", content="资产突破百亿元"),
    Case("a Hong Kong report points", "云州陸運署續指，車流將在周五達到高峰。", speaker="云州陸運署", content="車流將在周五達到高峰"),
    Case("a Taiwanese official goes on", "立委林遠受訪時說，預算不能再拖。", speaker="林遠", role="立委", content="預算不能再拖"),
    Case("what is said in a language", "“活到老，学到老。”林远用中文说。", speaker="林远"),
    Case("a name that no dictionary holds, after a title", "北国教育部前部长素察表示，中文很重要。他说，课堂很满。", at=1, speaker="素察"),
    Case("some study has no maker", "北国一项最新研究显示，组件仍能发电。", speaker="北国一项最新研究", speaker_kind=SpeakerKind.UNNAMED),
    Case("whoever is named in the paragraph goes before who spoke in the last", "云州市市长林远介绍，全市无人伤亡。\n本报记者看到，保洁员柯美凤还在扫水。她说，想等第一趟车。", at=2, speaker="柯美凤"),
    Case("who put a report out reports", "科技媒体 FarHills 昨日（1 月 30 日）发布博文，报道称新版本已推送。", speaker="FarHills"),
    Case("an institute's deputy head", "云州硅酸盐所副所长史迅说，塑性很好。", speaker="史迅", role="云州硅酸盐所副所长"),
    Case("the spokesperson is the one who spoke", "云州商务局新闻发言人2日表示，两地签署了文件。\n关于另一份备忘录，发言人说，合作还会加深。", at=1, speaker="云州商务局新闻发言人", speaker_kind=SpeakerKind.UNNAMED),
    Case("a foreign outlet reports", "FarHills 报道，大桥昨日通车。", speaker="FarHills", content="大桥昨日通车"),
    Case("what two did together in the words of a third is his", "林远表示，去年两国元首两度会晤，共同宣布建立伙伴关系。", speaker="林远", count=1),
    Case("a foreign name in Latin letters after an office", "云州公司首席投资官Anna Lind在接受采访时表示，价格还会涨。", speaker="Anna Lind", role="云州公司首席投资官"),
    Case("a country is not its coast guard", "中国海警局说，去年巡航三百天。日方对此抗议，中国也宣称拥有主权。", at=1, speaker="中国"),
    Case("who is quoted speaks, and not the quoting", "远山日报发文称，片子很长，并引述不具名的内部人士说，画面是首次公布。", at=1, speaker_kind=SpeakerKind.ANONYMOUS, role="不具名的内部人士"),
    Case("this bank is the bank that spoke", "云州银行预计，明年回暖。机构层面，该行预计，明年会有新资金。", at=1, speaker="云州银行"),
    Case("an article of a law speaks as a document", "其中第十四条明确提出，公司须按月付酬。", speaker="第十四条", speaker_kind=SpeakerKind.UNNAMED),
    Case("an estimate that is given as a source", "据远山研究所的估算，损失超过百万元。", speaker="远山研究所"),
    Case("a body is named without what it does", "远山超市就门店停业一事发布声明称，设备检修。", speaker="远山超市"),
    Case("what is reported to the police is said", "村民林某某报案称，家里的两头牛被偷了。", speaker="林某某"),
    Case("a clause may follow without a mark", "云州市公安局通报失踪男孩何某某已确认身亡。", speaker="云州市公安局", content="失踪男孩何某某已确认身亡"),
    Case("and after 了", "警方通报了失踪男孩被找到、嫌疑人已经被抓获。", speaker="警方", content="失踪男孩被找到、嫌疑人已经被抓获"),
    Case("who feels something before he speaks", "林某很生气，扬言要砸了这家店。", speaker="林某"),
    Case("who does something before he speaks", "林某的父亲过来称要把店关掉。", speaker="林某的父亲", speaker_kind=SpeakerKind.UNNAMED),
    Case("an act without its doer is by whoever acted before", "丈夫林某喝醉酒后，持刀砸坏了家中的柜子，并持刀指着她威胁说：“你再动就砸了这个家！”", speaker="林某"),
    Case("whoever is quoted inside what another says", "女子称丈夫还威胁说，敢走就砸店。", speaker="丈夫", content="敢走就砸店"),
    Case("a newsroom hears from somebody", "远山日报接到网友爆料称，云州大桥下漂着油污。", speaker=None, role="网友", speaker_kind=SpeakerKind.ANONYMOUS),
    Case("an account is told by whom it is of", "根据店主林某的叙述，称砸店的人是邻居。", speaker="林某", content="砸店的人是邻居"),
    Case("without a subject the last who acted speaks", "被砸店的女士坚决拒绝调解。声称：我要讨个说法！", speaker="被砸店的女士", content="我要讨个说法"),
    Case("a page that breaks its lines at commas", "5日，店主林某在社交平台发文称，\n店里被砸了两次，\n对方至今没有道歉。", speaker="林某", content="店里被砸了两次|对方至今没有道歉"),
    Case("what shows something is no owner of it", "车厢监控视频显示，两人一同下车。", speaker="车厢监控视频", speaker_kind=SpeakerKind.UNNAMED),
    Case("a woman of an official's surname is another", "云州市副市长林远表示，火已经扑灭。\n林女士告诉远山日报记者，她的母亲还没有找到。", at=1, speaker="林女士"),
    Case("what a body puts on its own site it says itself", "据云州应急管理局网站5月6日消息，工作组已赶赴现场。", speaker="云州应急管理局", content="工作组已赶赴现场", chain=()),
    Case("the site of who speaks is no way round", "据北国外交部网站消息，北国外交部发言人何青表示，谈判将继续。", speaker="何青", chain=()),
    Case("a newspaper's site is the newspaper", "据《远山邮报》网站报道，谈判已经破裂。", speaker="《远山邮报》"),
    Case("who was done something to can speak", "被害男孩家属透露，事发时家里没有人。", speaker="被害男孩家属"),
    Case("on one floor with somebody", "同一层楼一位游客说，夜里没有听到动静。", speaker="同一层楼一位游客"),
    Case("who is spoken of with kin is no name", "知情人士称，起因是孩子的生母和继父认为他偷了钱。", speaker=None, role="知情人士", content="起因是孩子的生母和继父认为他偷了钱"),
    Case("whoever put out the data says it", "云州统计局1月30日发布的数据显示，全市外贸增长5%。", speaker="云州统计局", content="全市外贸增长5%"),
    Case("whoever drew up a paper says it", "云州医院1月23日出具的诊断证明显示，男孩右臂骨折。", speaker="云州医院"),
    Case("an abbreviation in brackets is no part of the name", "远山唱片业协会（YSR）发布的中期报告显示，收入下降。", speaker="远山唱片业协会"),
    Case("what a company says in its statement it says", "远山科技在周四发布的声明中表示，索赔三十亿元。", speaker="远山科技"),
    Case("a medical record shows", "病历显示，其伤情初步诊断为头皮血肿。", speaker="病历", speaker_kind=SpeakerKind.UNNAMED),
    Case("of the dead goes on with who speaks", "7日，云州召开发布会。云州副区长何青介绍，事故已致29人遇难。死亡人员中，26人为住院患者。", content="事故已致29人遇难。死亡人员中，26人为住院患者"),
    Case("whoever puts out data that show", "云州财政局1月30日发布数据显示，全市收入下降1.7%。", speaker="云州财政局", content="全市收入下降1.7%"),
    Case("whoever puts out a report that shows", "当地时间1月28日，远山软件发布第二财季财报显示，营收八亿元。", speaker="远山软件"),
    Case("a survey with its abbreviation is one name", "北国全国儿童健康调查（BNCH）的数据显示，患病率上升。", speaker="北国全国儿童健康调查"),
    Case("what an outlet discloses of another is the other's", "云州网注意到，远山动力披露的一季报显示，股东已经退出。", speaker="远山动力"),
    Case("an official's data are the officials'", "北国官方发布的数据显示，江豚有一千头。", speaker="北国官方"),
    Case("a comparison is by nobody", "国内金价对比显示，多家品牌上调报价。", speaker="国内金价对比", speaker_kind=SpeakerKind.UNNAMED),
    Case("a report that speaks", "报告指出，购物中心的吸引力上升。", speaker="报告", speaker_kind=SpeakerKind.UNNAMED),
    Case("there is an analysis", "因此有分析认为，这是在间接表态。", speaker=None, role="分析", speaker_kind=SpeakerKind.ANONYMOUS),
    Case("the market has it", "市场消息称，新机明年推出。", speaker=None, speaker_kind=SpeakerKind.ANONYMOUS),
    Case("what was in the past is said all the same", "何青表示，过去几天一直在监测水位。", speaker="何青", content="过去几天一直在监测水位"),
    Case("an exchange is no adverb", "云交所表示，本周采取了措施。", speaker="云交所"),
    Case("whose words a report quotes", "报道援引北国警方负责人安东·贝尔金的话说，三人被捕。", speaker="安东·贝尔金"),
    Case("what is said below", "林远表示：\n一系列成绩背后，要感谢每个团队的付出。", speaker="林远", content="一系列成绩背后，要感谢每个团队的付出"),
    Case("a quotation below is had once", "远山银行分析师何青指出：\n“比价的攀升几乎与当年相当。”", speaker="何青", content="“比价的攀升几乎与当年相当。”"),
    Case("a firm with 我 in its name", "云州市惠我家珠宝有限公司发布公告称，资产没有转移。", speaker="云州市惠我家珠宝有限公司"),
    Case("a council is no verb", "北国理事会29日发布公报说，决定实施制裁。", speaker="北国理事会"),
    Case("a standing committee is no verb", "云州市人大常委会明确，欺诈索赔可以判刑。", speaker="云州市人大常委会"),
    Case("according to him", "云州市市长林远表示，水已经退了。\n据他介绍，学校周一复课。", at=1, speaker="林远", content="学校周一复课"),
    Case("there is word", "近日，有消息称，远山咖啡调整价格。", speaker=None, role="消息", speaker_kind=SpeakerKind.ANONYMOUS),
    Case("a register shows", "天眼查App显示，远山汽车注册资本一亿元。", speaker="天眼查App"),
    Case("a first inquiry shows", "初步调查显示，火灾系疏忽造成。", speaker="初步调查", speaker_kind=SpeakerKind.UNNAMED),
    Case("a board announces", "远山科技董事会宣布，将于2月12日派息。", speaker="远山科技董事会", content="将于2月12日派息"),
    Case("a name in 智能", "远山智能指出，用户更看重证据。", speaker="远山智能"),
    Case("who surveys", "远山研究院的测算显示，收入下降。", speaker="远山研究院"),
    Case("who puts out a report, with its abbreviation", "北国化工理事会（BCC）1月28日发布报告显示，关闭率上升。", speaker="北国化工理事会"),
    Case("the company is the one whose figures stand before", "远山教育公布第二季度业绩，总净营收增长14.7%。公司预计第三季度净营收为四亿元。", speaker="远山教育", content="第三季度净营收为四亿元"),
    Case("what is recorded is no owner of the data", "发票数据显示，全市销售收入增长9.1%。", speaker="发票数据", speaker_kind=SpeakerKind.UNNAMED),
    Case("a report of the government is the government's", "2026年云州市政府工作报告提出，今年新建三座桥。", speaker="云州市政府"),
    Case("a rule is named after what it rules", "公务员转任规定明确，任职满十年的应当转任。", speaker="公务员转任规定"),
    Case("since it came to office is no part of a name", "北国工党政府执政以来明确表示，愿意继续谈判。", speaker="北国工党政府"),
    Case("telling names the hearer first", "林远早上告诉远山日报记者，打赏共有三万元。", speaker="林远", addressee="远山日报记者", content="打赏共有三万元"),
    Case("telling closes what was quoted", "“平均一天订单有一百五十辆。”1月11日，一位远山汽车销售人员告诉《远山邮报》记者。", count=1, speaker="一位远山汽车销售人员", content="“平均一天订单有一百五十辆。”"),
    Case("a quotation goes with who is named behind it", "何先生称对此不能接受。“希望她们能给我道歉。”何先生表示，他已经咨询了律师。", at=1, count=2, content="“希望她们能给我道歉。”|他已经咨询了律师"),
    Case("no mark between who is told and what", "妹妹告诉她自己没事，想出来散散心。", addressee="她", content="自己没事，想出来散散心"),
    Case("how another answers is no part of it", "家属称捡石头是学校安排的任务，学校予以否认。", count=1, content="捡石头是学校安排的任务"),
    Case("what came of it is no part of it", "林远宣布停止商标维权，引发社会关注。", content="停止商标维权"),
    Case("an outlet and a comma", "据远山新闻，大桥昨日通车。林远表示，水已经退了。", speaker="林远", chain=("远山新闻",)),
    Case("an account in quotation marks", "据“今日云州”报道，球场改扩建项目启动。", speaker="今日云州"),
    Case("a document that the clause opens with", "根据云州汽车协会1月5日发布的数据，全年销量七万辆。", speaker="云州汽车协会", content="全年销量七万辆"),
    Case("a doctor's finding", "目前，经云州医院诊断，男孩多处骨折。", speaker="云州医院", content="男孩多处骨折"),
    Case("a notice behind a colon", "云州航空作出回应：情况已经反馈给公司，正在处理。", speaker="云州航空", content="情况已经反馈给公司，正在处理"),
    Case("what a notice is about stands before its colon", "云州消防总队副总队长赵远洋通报了救援过程：12时57分接到报警。", speaker="赵远洋", content="12时57分接到报警"),
    Case("a thing is denied", "双方的经纪公司都否认了恋情传闻。", content="恋情传闻", speaker="经纪公司"),
    Case("staff of whom the reporter rang", "云州工会工作人员表示还在调查。随后记者拨打了云州地铁官方电话，工作人员表示，公司已经关注到此事。", at=1, speaker="云州地铁工作人员"),
    Case("staff of a street's office", "记者联系云州市临山街道办，工作人员证实，男子已被带走。", speaker="云州市临山街道办工作人员"),
    Case("where somebody is from is no role", "云州的何先生表示，他乘坐了地铁。", speaker="何先生", role=None),
    Case("a crowd is not he", "有网友称，店里没有开门。他表示，以后再也不来。", at=1, speaker=None, speaker_kind=SpeakerKind.UNRESOLVED),
    Case("what was looked into owns no result", "术后复诊结果显示，视力明显提升。", speaker="术后复诊结果", speaker_kind=SpeakerKind.UNNAMED),
    Case("who puts out a measure asks", "云州市发布离岛措施，要求居民非必要不离岛。", speaker="云州市", content="居民非必要不离岛"),
    Case("who argues goes on", "数据可靠。云州大学教授何青认为，法院的判决缺乏依据。司法机关不能背离常理。", content="法院的判决缺乏依据。司法机关不能背离常理"),
    Case("a crowd does not go on", "雨停了。有网友认为，价格太贵。但是有钱不是万能的。", content="价格太贵"),
    Case("who reports to the police says it", "云州警方接群众报警称，亲属黄某离家去向不明。", speaker=None, role="群众", speaker_kind=SpeakerKind.ANONYMOUS),
    Case("an act of writing leads on", "多名粉丝在其微博下留言，表示难以相信。", content="难以相信"),
    Case("what a table's export wraps", '"""远山新闻记者从云州警方获悉，两名试车员身亡。"""', speaker="云州警方", content="两名试车员身亡"),
    Case("a Latin name is he", "远山娱乐创始人 Mike Morhaven 就此事进行了回复，他还承诺，“一切照旧”。", speaker="Mike Morhaven"),
    Case("a city whose name opens with a no is a city", "无锡市人民医院官网显示，该院有三百张床位。", speaker="无锡市人民医院"),
    Case("a broadcast's script names who speaks before a colon", "北国国务院发言人 马修·贝克：我们无法说出会在何时提供这些飞机。", speaker="马修·贝克", role="北国国务院发言人", content="我们无法说出会在何时提供这些飞机"),
    Case("what a notice decides is what it says", "云州市教育局发布通知，决定全市中小学停课两天。", speaker="云州市教育局", content="全市中小学停课两天"),
    Case("the name of a foreigner may end in a word", "恩里克·阿尔瓦拉多说，希望两国早日通航，带来更多游客。", speaker="恩里克·阿尔瓦拉多", content="希望两国早日通航，带来更多游客"),
    Case("a dictionary's foreign name is a person", "林远会见了北国驻远山大使安东诺夫。安东诺夫说，两国关系重要。他认为会谈富有成果。", at=1, speaker="安东诺夫"),
    Case("the latter is whoever was named last", "林远召见北国驻远山大使安东诺夫，后者表示北国并不希望发生冲突。", speaker="安东诺夫"),
    Case("a measure word is no conjunction", "云州联储主席Susan Marlow则警告，现在判断利率还为时尚早。", speaker="Susan Marlow", role="云州联储主席"),
    Case("already is no way", "云州队方面已经确认林远将出席下周举行的友谊赛。", speaker="云州队方面", content="林远将出席下周举行的友谊赛"),
    Case("rumour without a head is nobody's", "网上传出的消息称，大桥停工是因为缺钱。", speaker=None, role="网上传出的消息", speaker_kind=SpeakerKind.ANONYMOUS),
    Case("news that is said to exist is nobody's", "此前有消息称，新桥的试通车已经接近尾声。", speaker=None, role="消息", speaker_kind=SpeakerKind.ANONYMOUS),
    Case("a second verb promises", "远山党于2021年重掌政权，曾承诺尊重女性的一切权利。", speaker="远山党", content="尊重女性的一切权利"),
    Case("the other side is the one that was rung", "记者随后致电云州市公安局政治处，对方回复称：“是的，他已经辞职。”", speaker="云州市公安局政治处"),
    Case("a trade told of before is that one", "云州大酒店经理留下了电话。该经理表示，一有结果会及时通知。", speaker="云州大酒店经理"),
    Case("what looks like an adverb and always comes back is part of the name", "云州医院主任医师陆璟曾提醒，抗原检测有时不准。陆璟曾解释，阴性不等于没有感染。", at=1, speaker="陆璟曾"),
    Case("who acts elsewhere is known where the phrase was read too far", "赵江涛停下脚步。赵江涛凑近问道：“你听得见吗？”", speaker="赵江涛"),
    Case("how he said it is no part of the name", "林远不以为然，表示自己没有做错任何事情。", speaker="林远"),
    Case("a film that only carries is not who speaks", "云州教育局发视频表示，学校周一复课。", speaker="云州教育局"),
    Case("a site that only carries is not who speaks", "远山汽车通过官方微博发布消息称，刹车没有失灵。", speaker="远山汽车"),
    Case("the public is asked, and to do what", "云州消防提醒广大市民朋友一定要减少出行，绕行积水区域。", speaker="云州消防", content="广大市民朋友一定要减少出行，绕行积水区域"),
    Case("an outlet told without a word for reporters is the way", "小徐告诉远山新闻，希望自己的遭遇能提醒更多的人。", speaker="小徐", chain=("远山新闻",), content="希望自己的遭遇能提醒更多的人"),
    Case("what an inquiry found goes on", "云州警方通报称，三人已被带走。经查，三人系同村村民，因琐事发生争执。", content="三人已被带走。经查，三人系同村村民，因琐事发生争执"),
    Case("an outlet that quotes an outlet is the way", "云州晚报援引《远山邮报》的评论称，断交是一次打击。", speaker="《远山邮报》", chain=("云州晚报",)),
    Case("whoever reports with another counts as media", "据警方调查和媒体报道，林远控制着多家银行。", speaker="媒体", speaker_kind=SpeakerKind.UNNAMED),
    Case("a brand may be an adjective", "远山网 1 月 30 日消息，微软昨日宣布裁减一千个岗位，涉及多个部门。", speaker="微软"),
    Case("a source that no word reports is one", "据云州气象台，明天全市各区县都会有暴雨。", speaker="云州气象台", content="明天全市各区县都会有暴雨"),
    Case("a commission is no modal verb", "中国证监会表示，将继续加强监管。", speaker="中国证监会"),
    Case("a works whose name opens with a verb is a works", "像素工厂表示，新款将于周五发布。", speaker="像素工厂"),
    Case("a handle is a name", "博主@云州小站发文称，新机将于周五亮相。", speaker="云州小站", role="博主"),
    Case("an outlet behind its colour is named", "绿媒“远山新闻”报道，会谈已经取消。", speaker="远山新闻"),
    Case("who issued a notice asks what it asks", "公安部、司法部印发通知。通知要求，各地不得收费。", speaker="公安部、司法部"),
    Case("a trade before a courtesy is no part of the name", "司机林女士说，平台还在核实。", speaker="林女士", role="司机"),
    Case("a son is named behind his father", "云州司机之子詹先生向媒体介绍，车辆当天早上失控。", speaker="詹先生"),
    Case("specially is no part of a name", "云州市公安局特地发布通报，通报证实，两人已经获赔。", speaker="云州市公安局"),
    Case("whom he met is not who speaks", "北国总理何远与首次访华的南国首相林青会面时，称“只要努力就能成功”。", speaker="何远", role="北国总理"),
    Case("a king is numbered", "南国国王贝尔金六世表示，两国关系很好。", speaker="贝尔金六世", role="南国国王"),
    Case("an officer of that town has a name", "在新湾市，该市负责人列昂季耶夫表示，六百栋住宅被淹。", speaker="列昂季耶夫", role="该市负责人"),
    Case("an office for foreign affairs is one", "云州汽车对外事务副总裁林琳发布了合影，并配文“感谢所有的支持！”", speaker="林琳", role="云州汽车对外事务副总裁"),
    Case("the writer's question ends what somebody says", "林远表示，公司没有钱。真的没有钱吗？", content="公司没有钱"),
    Case("what is boasted of ends with its sentence", "林远声称自己从未到过云州。但是视频里的人正是他。", content="自己从未到过云州"),
    Case("what both sides should do goes on", "林远指出，当前形势严峻。在此背景下，两国应当继续加强合作。", content="当前形势严峻。在此背景下，两国应当继续加强合作"),
    Case("who counts goes on counting", "文章强调，路要走好。第一，坚持服务。第二，坚持开放。第三，坚持创新。", content="路要走好。第一，坚持服务。第二，坚持开放。第三，坚持创新"),
    Case("he is who acts two sentences before", "林远递交了辞呈。他收拾了东西。他说，时间到了。", speaker="林远"),
    Case("kin that acts in the clause before", "林远姐姐并不清楚数字，但她表示家里一直由母亲打理。", speaker="林远姐姐"),
    Case("kin that a reporter reached", "拾光新闻记者联系到林远姐夫，他告诉记者：“是家庭矛盾。”", speaker="林远姐夫"),
    Case("several who were reached are they", "记者联系到多名在海外的游客，他们均表示，有强烈震感。", speaker=None, role="在海外的游客", speaker_kind=SpeakerKind.ANONYMOUS),
    Case("a blogger is the blogger who spoke", "博主@云州小站透露，新机将于周五亮相。博主还表示，售价不变。", at=1, speaker="云州小站"),
    Case("whom an outlet quotes in its frame speaks", "据北国媒体援引一名高级官员的话报道，会谈已经取消。", speaker="一名高级官员", chain=("北国媒体",)),
    Case("a notice that somebody receives speaks", "用户收到平台方的通知，称“交付将延后”。", speaker="平台方"),
    Case("what somebody shows first is no part of who he is", "此前有博主晒出一段视频，声称两人曾多次见面。", role="博主", speaker_kind=SpeakerKind.ANONYMOUS),
    Case("a notice of its own body", "云州市公安局的最新通报称，司机是未成年人。", speaker="云州市公安局"),
    Case("news that a body puts out", "应急部发布消息，三人获救。", speaker="应急部", content="三人获救"),
    Case("a post is by whoever put it up", "数码社昨日发布博文，对比了两款主机。博文指出，新主机内存更大。", speaker="数码社"),
    Case("whose reckoning it is", "按照远山银行的测算，产量将持平。", speaker="远山银行"),
    Case("a conference puts something forward", "政法工作会议提出，要依法打击诈骗。", speaker="政法工作会议"),
    Case("memory reports", "村民林远记得，当时浓烟很大。", speaker="林远", role="村民"),
    Case("where a camera hangs is nobody", "云州酒店走廊监控画面显示，他曾匍匐爬出房间。", speaker="云州酒店走廊监控画面", speaker_kind=SpeakerKind.UNNAMED),
    Case("somebody told of before and nameless is pointed back to", "云州一女子发文求助。她的丈夫李某喝了酒。该女子称，自己被吓傻了。", speaker=None, role="女子", speaker_kind=SpeakerKind.ANONYMOUS),
    Case("several who were told of before are they", "专家们对事件进行了全面分析。首先，他们认为短时间内发生沉降比较少见。", speaker=None, role="专家们", speaker_kind=SpeakerKind.ANONYMOUS),
    Case("whose figures an outlet quotes", "拾光网援引云州银行数据，指出全球市场正深陷供应危机。", speaker="云州银行"),
    Case("a platform is where, and not who", "林远于社交平台留言：“很难想像我两年前住过这里！”", speaker="林远"),
    Case("what so spoke is what stands before", "“这是最好的证明。”拿到决定书，林女士如此说道，警方还给她一份公道。", speaker="林女士", content="“这是最好的证明。”"),
    Case("whether it is so is asked of what was said", "有网友说“逼着所有人都只能走桥”一说是否属实？", content="“逼着所有人都只能走桥”"),
    Case("a staff under a handle", "远山信员工 @客村小林 今日发文分享，称新版本已经上线。", speaker="客村小林", role="远山信员工"),
    Case("a court that has tried is a court", "云州县人民法院审理后认为，原告证据不足。", speaker="云州县人民法院"),
    Case("with an apology is no part of a name", "云州航空致歉并回应称，两人已停止工作。", speaker="云州航空"),
    Case("what the expert advises goes on", "专家解释，屏幕在低温下容易断裂。建议在寒冷室外尽量减少折叠。", content="屏幕在低温下容易断裂。建议在寒冷室外尽量减少折叠"),
    Case("a writer's own view is not in it", "根据林洁自己说，有673个侵权商标没有维权成功。就我个人的观点，公司名称也是品牌。", content="有673个侵权商标没有维权成功"),
    Case("a resolution shows", "会议通过了一项决议。该决议表明，公司没有造车计划。", content="公司没有造车计划"),
    Case("an adviser holds no question", "林远身边的顾问表示，他不会退出。", speaker="林远身边的顾问"),
    Case("中将 is a rank, and nothing to come", "北国国防部副参谋长林远中将表示，演习已经结束。", speaker="林远"),
    Case("a centre of inquiry inquires into nothing here", "云州市事故调查中心主任林远表示，原因正在查明。", speaker="林远", role="云州市事故调查中心主任"),
    Case("a name may end in 可", "此外，孙可表示，云州的水已经退了。", speaker="孙可"),
    Case("what was done to her is what she is called by", "被救女子表示，水来得很快。", speaker="被救女子"),
    Case("his father is somebody", "其父表示，林远从未离开云州。", speaker="其父", speaker_kind=SpeakerKind.UNNAMED),
    Case("a grandmother is kin", "林远的姥姥表示，孩子从小听话。", speaker="林远的姥姥"),
    Case("a department is a body", "云州农业部门表示，市场供应充足。", speaker="云州农业部门"),
    Case("news of an outlet says", "远山网1月4日消息指出，云州大桥已经通车。", speaker="远山网"),
    Case("news that an outlet quotes has nobody's name", "远山社援引消息称，两国即将达成协议。", speaker=None, role="消息", chain=("远山社",)),
    Case("news of an office", "云州市医保局30日消息，全市参保人数达到三百万。", speaker="云州市医保局", content="全市参保人数达到三百万"),
    Case("news let out", "云州市经信委副处长林远曾释放消息称，新厂下月开工。", speaker="林远", role="云州市经信委副处长"),
    Case("who held the conference", "记者从1月29日云州市政府举行的新闻发布会上获悉，大桥下月通车。", speaker="云州市政府"),
    Case("a notice of that day is of whoever gave it", "根据云州市公安局5月15日通报显示，三人已被带走。", speaker="云州市公安局"),
    Case("figures given to the outside", "云州市商务局30日对外发布数据显示，出口增长一成。", speaker="云州市商务局"),
    Case("whose notice it is, whatever it is of", "云州监管局发布的机构监管通报指出，两家公司违规。", speaker="云州监管局"),
    Case("of whom he said it is no speaker", "云州队前锋林远曾这样形容本赛季的何青：“他像一面墙。”", speaker="林远"),
    Case("two offices before a name known from elsewhere", "云州市委常委、市委书记林远2日会见客人。林远表示，合作会继续。", speaker="林远", role="云州市委常委、市委书记"),
    Case("结果 is no part of a name", "她觉得累，结果林远还说自己行程很忙。", speaker="林远"),
    Case("a foreign name with a space", "北国卫生部副部长艾哈迈德 达米里亚表示，死亡人数还会上升。", speaker="艾哈迈德 达米里亚", role="北国卫生部副部长"),
    Case("夫 within a foreign name is no husband", "安德罗夫斯基表示，公司没有关停计划。", speaker="安德罗夫斯基"),
    Case("an account is called so", "据“云州发布”微信公众号5月9日消息，大桥已经通车。", speaker="云州发布"),
    Case("how somebody feels is no part of his name", "知情人士悲痛表示，林远半年前就病了。", speaker=None, role="知情人士", speaker_kind=SpeakerKind.ANONYMOUS),
    Case("知情人士 is no 知情人 by a name", "知情人士披露称，林远半年前就病了。", speaker=None, role="知情人士"),
    Case("a headquarters commands nobody by name", "云州防卫指挥部今日称，无人机已经飞离。", speaker="云州防卫指挥部"),
    Case("to whom a telegram goes", "北国总统马塔雷拉向何青主席发来唁电：“我们对此感到十分沉痛。”", speaker="马塔雷拉", role="北国总统"),
    Case("an abroad has its opinion", "瑞山集团的看法是，金价还会上涨。", speaker="瑞山集团", content="金价还会上涨"),
    Case("users comment", "有网友评论，这是人性的底线。", speaker=None, role="网友"),
    Case("an outlet that says so loudly", "岛内媒体《远山时报》炒作称，有军机越线。", speaker="《远山时报》"),
    Case("from door to door", "林青莲挨家挨户上门解释：“这些秸秆能卖上好价钱。”", speaker="林青莲"),
    Case("as that official sees it", "云州市教育局负责人林远介绍，学校下月开学。在上述负责人看来，这一举措有助于留住学生。", at=1, speaker="林远"),
    Case("an outlet's own words go on", "远山社28日援引消息人士的话报道，会谈已经取消。报道还援引一名北国官员的话说，双方没有接触。", at=1, chain=("远山社",)),
    Case("by mail is no part of the hearer", "林远在接受远山日报记者微信采访时表示，价格会涨。", addressee="远山日报记者"),
    Case("what a reader signed for is his own outlet's", "远山新闻记者 林远\n云州警方告诉远山新闻记者，三人已经获救，其余人员仍在搜寻之中。", chain=()),
    Case("what an official does not tell is not what he says", "林远还说自己知道更多内情，但具体没曝光什么内容。", content="自己知道更多内情"),
    Case("what is refused after it is not in it", "店主林远说烧烤店暂时不营业，但拒绝就当晚的情况进行回应。", content="烧烤店暂时不营业"),
    Case("figures go on being whose they were", "云州统计局29日发布的数据显示，出口增长一成。\n数据还显示，进口下降两成。", at=1, speaker="云州统计局"),
    Case("a firm named right before", "客人包括北国制药巨头安康。该公司当天宣布，将在云州投资十亿元。", speaker="安康"),
    Case("whose mind is made up", "受害者林女士的态度很坚决：“婚一定要离，材料都准备好了。”", speaker="林女士", role="受害者"),
    Case("an office within a body within 的", "云州大学远山分校的能源教授安东·贝尔金表示，天气暴露了问题。", role="云州大学远山分校的能源教授"),
    Case("the parents of somebody are two", "林小远父母表示，他们从未同意。", speaker="林小远父母", speaker_kind=SpeakerKind.UNNAMED),
    Case("what somebody does not think is turned round", "林远不认为这是一次事故。", speaker="林远", content="这是一次事故", hedge=Hedge.DENIED, cue="不认为"),
    Case("what is not advised is no advice", "远山手机官方不建议普通用户升级新版本。", hedge=Hedge.DENIED, cue="不建议"),
    Case("并不 is no part of a name", "林远并不认为公司会倒闭。", speaker="林远", hedge=Hedge.DENIED),
    Case("不得不 turns nothing round", "远山政府不得不呼吁人们留在家中。", cue="呼吁", hedge=Hedge.UNKNOWN),
    Case("a list that opens goes on to its last point", "林远从两个方面介绍了情况：一是做好重组。云州的企业要做强。二是推进整合。", content="一是做好重组。云州的企业要做强。二是推进整合"),
    Case("a heading run into the sentence names nobody", "三类鱼较2022年增加177头农业部副部长林远介绍，禁渔时间很长。", speaker="林远"),
    Case("a caption before an agency is no part of it", "何青获释，支持者挥舞应援棒庆祝 远山社称，看守所所长来到病房。", speaker="远山社"),
    Case("a document by its whole title", "《关于改进云州养老的意见》1日施行。《意见》提出，要发展社区养老。", speaker="《关于改进云州养老的意见》"),
    Case("an account that was named before", "抖音账号“云间鹤”被指造假。该账号回应称，相关内容属实。", speaker="云间鹤"),
    Case("what a place is called by the way", "经济“领头羊”云州提到，要保持增长。", speaker="云州"),
    Case("because of which is no part of a name", "远山国由此宣布，进入紧急状态。", speaker="远山国"),
    Case("whoever interviews is of the house that publishes", "新华社北京1月28日电（记者林远）外交部发言人何青28日说，会谈将继续。", chain=(), outlet="新华网"),
    Case("同学说 holds no 学说", "“这里的人很热情。”就读于云州大学的陈同学说，“希望以后再来。”", speaker="陈同学"),
    Case("助理说 holds no 理说", "林远的助理说，她最近压力很大。", speaker="林远的助理"),
    Case("分会宣布 is nothing to come", "北国红新月会云州分会宣布，首批物资已经运抵。", speaker="北国红新月会云州分会"),
    Case("who spoke with an office is known by his name alone", "云州旅行协会会长武力介绍，活动下周开始。武力说，各地都会参加。", at=1, count=2, speaker="武力"),
    Case("a young man on a scooter has a name", "躺在病床上的外卖小哥林远说，自己做了应该做的事。", speaker="林远"),
    Case("who is named and scolds says it", "网络小说《远山》被云州普法点名批评：文学创作要有底线。", speaker="云州普法"),
    Case("a talk is said", "北国总统林远在首都发表讲话说：“我们会达成协议。”", speaker="林远"),
    Case("the main one of those in charge is in his title", "云州县青石镇主要负责人也表示，事情正在处理。", speaker="云州县青石镇主要负责人", speaker_kind=SpeakerKind.UNNAMED),
    Case("who calls is whose words they are", "酒店大堂员工接到一名住客的电话，称他听到走廊里有人呼救。", speaker="一名住客", speaker_kind=SpeakerKind.UNNAMED),
    Case("a name that an account goes by", "远山手机产品与体验 @云间鹤 今日宣布，新系统开始推送。", speaker="云间鹤"),
    Case("the short form of a foreign name is the full one", "北国司法部副部长托德·布莱克公布了文件。布莱克说，这意味着审查已经结束。", speaker="托德·布莱克"),
    Case("a foreign name is somebody who goes on speaking", "绍伊古去年12月初在首都与何青共同主持磋商时说，两国关系牢固。他还说，两国将维护公正。", at=1, count=2, speaker="绍伊古"),
    Case("a woman without a name goes on speaking", "云州一女性网友爆料称，自己被打。她还表示，当地公安已介入调查。", at=1, count=2, speaker=None, speaker_kind=SpeakerKind.ANONYMOUS),
    Case("some people go on speaking", "有些人认为，处罚太重。他们指出，规则本来就不清楚。", at=1, count=2, speaker=None, speaker_kind=SpeakerKind.ANONYMOUS),
    Case("a family told of is who they are", "死者何某的家人没有看到调查结论，他们希望有关部门重新调查。", speaker="死者何某的家人", speaker_kind=SpeakerKind.UNNAMED),
    Case("the lawyer named behind his client", "据远山社报道，前总统林远的律师何青在接受采访时回应了传闻。他解释说，这句话没有政治含义。", at=1, count=2, speaker="何青"),
    Case("what he said full of hope", "“这里是我们干事创业的大舞台。”林远充满期待。", speaker="林远", content="“这里是我们干事创业的大舞台。”"),
    Case("an office called 处 keeps its name", "记者昨日从云州大学招生就业处了解到，名单还没有公布。", speaker="云州大学招生就业处"),
    Case("whom he put it to does not say it", "报道称，林远还曾向自己的合伙人何青提出，转让一半股份。", at=-1, count=None, speaker="林远"),
    Case("a heading owns no document", "推行急难事项“小额快救”《意见》明确：对生活暂时困难的家庭给予救助。", speaker="《意见》"),
    Case("a guideline by its full title", "协会发布《云州基金从业人员管理指引（试行）》（以下简称《指引》）。《指引》明确，利害关系人包括亲属。", speaker="《云州基金从业人员管理指引（试行）》"),
    Case("a question is all that leads up to it", "有记者提问：据报道，北国外长将于下月来访，并会见有关官员。中方对此有何评论？", count=1, content="据报道，北国外长将于下月来访，并会见有关官员。中方对此有何评论"),
    Case("an article is whose it was published by", "《远山时报》8日报道，《云州晚报》6日发表社论，批评当局缺乏战略。文章称，旧观念应当改变。", at=-1, speaker="《云州晚报》"),
    Case("a name with a dot from the keyboard", "救济组织的联合创始人亚克赞.希沙克利说：“他们不知道去哪里。”", speaker="亚克赞.希沙克利"),
    Case("a stop from the keyboard", "“飞机失事时，航路上天气适航，无危险天气。”孙世英说.", speaker="孙世英", count=1),
    Case("a body whose name holds a dash", "“两国都是发展中大国，合作很广。”北国—南国研究中心主任埃万德罗·卡瓦略接受采访时表示，合作已经开始。", role="北国—南国研究中心主任", count=1),
    Case("a quotation before the matter that is answered", "“感觉踏板很硬，踩不下去。”针对公司回应的第三点（按下按钮），詹先生解释称，父亲开车多年。", count=1, content="“感觉踏板很硬，踩不下去。”|父亲开车多年"),
    Case("who acts right behind a line of speech", "“我最难的是没场地，孩子们也冷。”林远只能周末带着他们去外面练。", speaker="林远", count=1),
    Case("what users let one know", "据多位住户反馈，电梯还没有修好。", cue="反馈", speaker=None),
    Case("宣称过去 holds no 过", "林远宣称过去一年是最好的一年，强调今后会更好。", at=0, count=2, content="过去一年是最好的一年"),
    Case("whom an embassy warns", "北国驻南国大使馆29日发文提醒中国公民和企业关注安全形势，提高警惕。", speaker="北国驻南国大使馆"),
    Case("a question that is a claim", "所以陈女士质疑该信件并非出自张某本人之手。", speaker="陈女士"),
    Case("who answers about himself", "林远回应自己只是公司的一名普通员工。", speaker="林远"),
    Case("an opinion by its full title", "两部门联合印发《关于健全临时救助制度的意见》。意见明确，对困难家庭给予救助。", speaker="《关于健全临时救助制度的意见》"),
    Case("a couple are two", "北国总统林远夫妇发表声明称，女王是一位伟大的领袖。", speaker="林远夫妇", role="北国总统"),
    Case("the premier is who holds that office", "北国总理林远出席了活动。总理写道：“我们决不能逃避错误。”", speaker="林远"),
    Case("a caption before who is counted", "网站上显示的安康机构内景一位康养企业业务总监告诉记者，行业压力很大。", speaker="一位康养企业业务总监"),
    Case("informants that a paper quotes", "据《云州日报》援引知情人士消息称，公司正在准备上市。", speaker=None, speaker_kind=SpeakerKind.ANONYMOUS, chain=("《云州日报》",)),
    Case("whoever a paper tells of says it", "《云州日报》称，北国外交部发言人林娜还打了个比方，称对方已经“脱离现实”。", speaker="林娜", count=1),
    Case("who opens the sentence goes on in it", "何青表示，自己很难过。歌手林远突然出现在现场，他站在何青面前鞠躬道歉，并说：“对不起，让你难过了。”", at=1, count=2, speaker="林远"),
    Case("a merchant asked is he", "有媒体连线在南国经营服装10年的商人金凌云，他表示，大家都平安。", speaker="金凌云"),
    Case("that blogger", "博主 @云间鹤 今日爆料了新品。该博主还称，小平板定位旗舰。", at=-1, speaker="云间鹤"),
    Case("what the narrator makes of it", "北国央行宣布将利率维持在3.5%不变，符合市场预期。", content="将利率维持在3.5%不变"),
    Case("a register of firms", "另据天眼查信息，云州医院所在的楼此前为酒店。", speaker="天眼查"),
    Case("a firm after its name", "特斯拉表示，这一合作很重要。与此同时，公司透露，目前车队规模已超过500辆。", at=1, count=2, speaker="特斯拉"),
    Case("a meeting announces", "通报会公布，经初步调查，事故系施工火花所致。", speaker="通报会"),
    Case("a firm is called without its trade", "市场研究公司 Far Hill 宣布，新报告明年发布。", speaker="Far Hill"),
    Case("what a paper learnt", "远山日报获悉，这辆货车于12月14日从柘浦驶上高速。", speaker="远山日报"),
    Case("a body told of in hearsay goes on", "据了解，云州房管局已对他进行了调查，并要求他提供购房合同和资金来源证明。", at=1, count=2, speaker="云州房管局"),
    Case("not this but that is said", "事发后学校方面不愿负责，而是宣称这些是老师的个人行为。", speaker="学校方面"),
    Case("news heard besides", "另悉，旧桥将于下月拆除。", speaker=None, cue="另悉"),
    Case("what a measurement shows", "据目前的测量和调查情况显示，地面沉降的速度已经减缓。", speaker="测量和调查情况"),
    Case("a diagnosis goes on in its certificate", "云州医院出具的诊断证明显示，右肩处离断，肌肉损伤断裂严重。诊断为右臂创伤性切断。", content="右肩处离断，肌肉损伤断裂严重。诊断为右臂创伤性切断"),
    Case("the hearer ends with his sentence", "“他们不肯退钱。”林远无奈地告诉记者。\n据何青介绍，2021年年初，公司开始欠薪。", count=2, speaker="林远", addressee="记者"),
    Case("公开 is no manner in a name", "北国央行决策机构联邦公开市场委员会在会后发表声明说，利率不变。", speaker="联邦公开市场委员会"),
    Case("a name of five characters", "青山学院大学名誉教授羽场久美子指出，这一政策很危险。", speaker="羽场久美子", role="青山学院大学名誉教授"),
    Case("the head of that house", "柘浦精神卫生中心曾接收何某治疗。该院院长告诉记者，这类患者很多。", speaker="柘浦精神卫生中心院长"),
    Case("an executive described above", "远山汽车一名高管对记者说，破产是真的。何青表示，钱还没有到。上述远山汽车高管也曾坦言，公司产能紧张。", at=-1, speaker="远山汽车一名高管"),
    Case("at once he says", "主席林远一改强硬态度，现在立马改变口风，声称要和平对话。", speaker="林远"),
    Case("how often is no name", "美方每年在周边海域军演上百次，却指责中方反应过度。", speaker="美方"),
    Case("a medium that opens with a figure", "科技媒体 9to5Far 昨日（1 月 27 日）发布博文，报道称开发商已经起诉。", speaker="9to5Far"),
    Case("who quotes a whole sentence goes on in his own words", "北国首相林远表示，“这一访问对两国的未来至关重要”。历史与现实共同表明，两国可以做朋友。", count=1, content="“这一访问对两国的未来至关重要”"),
    Case("what he is asked next opens something new", "记者拨通林远电话，他回复称，自己确实有三套房。“深圳有一套房子，是我十多年前买的。”对于网友质疑其为什么不卖房，林远表示，自己总得有个住的地方。", content="自己确实有三套房。“深圳有一套房子，是我十多年前买的。”"),
    Case("whose view of it stands behind a comma", "公司表示将停止一次性销售，全面转为订阅，这无疑有助于扩大用户。", content="将停止一次性销售，全面转为订阅"),
    Case("a notice is its issuer's, however far on", "近日，云州发展改革委、云州能源局联合印发《关于完善电价机制的通知》。" + "\n各地要做好准备，公平、公正、公开地推进工作，不留死角。" * 18 + "\n对此，通知提出，各地结合实际提高标准。", at=-1, speaker="云州发展改革委、云州能源局"),
    # Who 他 is: whoever opens the sentence before, and what the one before him says ends there.
    Case("who opens the sentence before he is he", "北国总统马尔登说，女王是朋友。南国总理朔尔加对女王去世表示哀悼。他说，女王是榜样。", at=1, speaker="朔尔加", role="南国总理"),
    Case("and what was said before him ends there", "北国总统马尔登说，女王是朋友。南国总理朔尔加对女王去世表示哀悼。他说，女王是榜样。", content="女王是朋友"),
    Case("a purpose in front hides nobody", "发言人约翰·柯尔比说，气球已被击落。为了抗议，南国外交部副部长谢远向大使提出交涉。他说，此举严重冲击双方关系。", at=1, speaker="谢远"),
    Case("when he did it stands between", "云州汽车协会秘书长张永岳认为，两者相通。马尔斯并未提及对手。马尔斯的车卖得好。而在两年前，他曾公开预测，只有十家能存活。", at=1, speaker="马尔斯"),
    Case("a strange name can be she", "小泽利丸说，峰会没有意义。京泽纪子说，会议浪费了金钱。她表示，当地没有任何改变。", at=2, speaker="京泽纪子"),
    Case("two named right before are they", "记者联系了业主张军和王慧，他们均证实，房子已经停工。", speaker="张军、王慧"),
    Case("a blogger is pointed back to", "博主 @云间小站 今日爆料了一款新机。该博主在 2025 年 10 月爆料称，新机采用双摄。", speaker="云间小站"),
    Case("a notice is its issuer's", "据云川市政府发表的声明，实验开始于1951年。声明说，这是悲剧。", at=1, speaker="云川市政府"),
    Case("what somebody puts forward is his", "柯远星期四（29日）抛出“两分”的说法，称更重要的概念是“两分”。", speaker="柯远"),
    Case("a firm's board is the firm", "云川地产10月2日晚间公告，该公司董事会认为不存在其他内幕消息。", speaker="云川地产"),
    Case("the given name alone is he", "岳耀棠在云州举行记者会。岳耀棠说，他不会离开。耀棠表示自己花了很长时间。", at=1, speaker="岳耀棠"),
    # Names.
    Case("a site's mark is no part of the name", "此前，【远山网报道】云川特别行政区政府称，将严肃跟进。", speaker="云川特别行政区政府"),
    Case("what transliterates does not end an office", "据圣马特洛县警长办公室透露，嫌疑人已经被捕。", speaker="圣马特洛县警长办公室"),
    Case("a surname within a word is none", "云州镇新桥村一位民宿老板告诉记者，当天雨很大。", speaker="云州镇新桥村一位民宿老板"),
    Case("a long strange name behind an office", "北国国防部发言人马莉淑洁达29日说，会议结束了。", speaker="马莉淑洁达", role="北国国防部发言人"),
    Case("a body called by what it is", "“远山支援队”这个组织发声明说，他们控制了总统府。", speaker="远山支援队"),
    Case("a trade and no name", "乘务员是个很好的小哥，走过来给我一颗糖，说“别哭啦”。", speaker="乘务员"),
    Case("who is beside somebody", "岸川身边的人对这一数字解释说，这是一年的预算。", speaker="岸川身边的人"),
    Case("how old somebody is is no office", "26岁的林远说，他很害怕。", speaker="林远", role=""),
    Case("and no form of address", "对此，林小梅女士表示不能接受这个方案。", speaker="林小梅", role=""),
    Case("a villager is not the one who spoke before", "板桥村村民张先生说，水很大。27日上午，板桥村村民向记者介绍，声音很大。", at=1, speaker="板桥村村民"),
    Case("a paper with a short title", "北国《卫报》称，禁令只是暂时的。", speaker="《卫报》"),
    Case("figures of the market are nobody's", "市场数据显示，价格已在去年上涨约40%。", speaker="市场数据"),
    Case("what a study was of is no name", "对云海管道泄漏点展开的初步调查显示，事故为爆炸所致。", speaker="初步调查"),
    # What is said.
    Case("what the crowd makes of it", "有网友说，导弹首次穿越了云海，令无数网友拍手称快。", content="导弹首次穿越了云海"),
    Case("a family name and a courtesy are whoever ends so", "她采访了夺枪的布兰登·蔡。26岁的蔡先生在舞厅工作。蔡先生说，他很害怕。", speaker="布兰登·蔡"),
    Case("so is a family name and a title", "北国远山大学教授拉吉塔·辛哈说，压力会让人多吃。辛哈教授解释说，血糖会升高。", at=1, speaker="拉吉塔·辛哈", role="教授"),
    Case("somebody's spokesman is not he", "北国议员查克·舒默投了反对票。舒默发言人表示，协议已经达成。", speaker="舒默发言人", speaker_kind=SpeakerKind.UNNAMED),
    Case("a rare name stands before its title", "卢骁副主任医师曾向媒体介绍，患者情况危重。", speaker="卢骁", role="副主任医师"),
    Case("a title stands behind the name in letters", "云州气象局科学家尼科斯·克里斯蒂迪斯（Nikos Christidis）博士说，气温会超过四十度。", speaker="尼科斯·克里斯蒂迪斯", role="云州气象局科学家"),
    Case("who opens the sentence before him under a short name is he", "投资者预计利率将下降。凯文·沃什曾任理事。沃什已明确将改革央行作为目标。他认为央行资产过于庞大。", at=1, speaker="凯文·沃什"),
    Case("and what was said before ends there", "投资者预计利率将下降。凯文·沃什曾任理事。沃什已明确将改革央行作为目标。他认为央行资产过于庞大。", content="利率将下降"),
    Case("a name in letters opens a sentence too", "白银分析师Peter Krauth表示，银价会走高。Bill Holter从货币角度提供了估值。他指出，银价会到六百元。", at=1, speaker="Bill Holter"),
    Case("and ends what was said before", "白银分析师Peter Krauth表示，银价会走高。Bill Holter从货币角度提供了估值。他指出，银价会到六百元。", content="银价会走高"),
    Case("whom something is done to in front of him is not he", "经纪人李乐安在记者会上回应了炎亚林的道歉，他认为这没有诚意。而炎亚林也一度崩溃痛哭。", speaker="李乐安"),
    Case("whose thing is told of is not he either", "策略师Chris Wong说，金价会跌。虽然沃什提名的报道是触发因素，但他表示回调早就应该发生。凯文·沃什没有回应。", at=1, speaker="Chris Wong"),
    Case("a name behind a title in letters is known", "远山 CEO 奥尔特曼被问到用户认为内容难读的问题。奥尔特曼没有回避。他希望未来能好起来。", at=1, speaker="奥尔特曼", role="远山 CEO"),
    Case("what he calls himself is who he is", "29岁、网名为“北漂的小草”的创作者发布做菜的视频，他说自己花钱很少。", speaker="北漂的小草"),
    Case("a government speaks in its report", "云州市政府工作报告中表示，深化债务管理。", speaker="云州市政府"),
    Case("a digest is a report from then on", "云州连锁协会发布的2025年经营情况快报显示，客流增长。报告指出，行业整体平稳。", at=1, speaker="云州连锁协会"),
    Case("the court is the one named last", "云州市第五中级法院星期五通报，对徐某一案公开宣判。法院审理查明，徐某多次诈骗。", at=1, speaker="云州市第五中级法院"),
    Case("frankly is no part of a long name with an office", "云州通资产管理公司固定收益投资组合经理Priya Misra直言不讳地指出，他更偏鹰派。", speaker="Priya Misra", role="云州通资产管理公司固定收益投资组合经理"),
    Case("what is done to an office is no part of it", "林远在平台上回呛现任总统约瑟夫·拜登1日的指责。拜登表示，林远不适合。", speaker="约瑟夫·拜登", role="现任总统"),
    Case("the media are who is said to have filmed", "有媒体拍到有两辆车驶入会场，表示第一辆车坐的就是她的丈夫。", role="媒体"),
    Case("some people stay some people", "而有些人则认为，这种服务方式太粗暴。", role="有些人"),
    Case("a date run into the dateline is no part of the agency", "2022年6月11日中新网6月11日电 据云州市路北公安局官方微博消息，涉案人员全部抓获。", chain=("中新网",)),
    Case("nor is a heading", "暴雨致百万人受灾新华社云州7月23日电 记者从云州省应急管理厅了解到，此次降雨造成百万人受灾。", chain=("新华社",)),
    Case("nor one run into who measured", "云州等地震感明显据云州地震台网正式测定，9月18日14时44分发生6.9级地震。", speaker="云州地震台网"),
    Case("an outlet in letters asks", "林远在接受 Autocar 采访时直言：这款车很重要。", chain=("Autocar",)),
    Case("a paper asks without a reporter", "带着问题，《远山日报》采访了多位专家。云州大学教授林远说，救人应当受到保护。", chain=("《远山日报》",)),
    Case("what came of a hope is told by the writer", "政府希望下一代人能增加消费，但说服他们并不顺利。", content="下一代人能增加消费"),
    Case("and of a forecast", "投资者预计利率将降至约3%，但这一水平仍高于云州的期待。", content="利率将降至约3%"),
    Case("a bank goes on with its own forecast", "远山银行预计市场将适度增长，但仍将保持基石地位。", content="市场将适度增长，但仍将保持基石地位"),
    Case("a quotation before a semicolon is whole", "张宇表示，“期待有机会深入合作”；远山方面的态度则暧昧了许多。", content="“期待有机会深入合作”"),
    Case("what the other side insists on", "周琦认为自己不再受限于旧合同，而新疆队坚持拥有优先权。", content="自己不再受限于旧合同"),
    Case("a caption ends what is said", "何青表示，应当尊重家属的意愿。图像加注文字，照片显示了一封信。", content="应当尊重家属的意愿"),
    Case("one side does not speak for the other", "英国政府明确表示，愿同中方发展持久的关系。中方愿以此访为契机，同英方增进互信。", content="愿同中方发展持久的关系"),
    Case("where to read on is the writer's", "陈某表示，公司债已经投票通过（参见远山网《前期公开债悉数展期》）。", content="公司债已经投票通过"),
    Case("whom somebody answers is not who speaks", "娜扎转发了该微博，回应早前恋情传闻，表示自己不是小三。", speaker="娜扎"),
    Case("a text is whose post it is", "云州队官微发文道歉。文中称，最近给大家添了麻烦。", speaker="云州队"),
    Case("what is found by now is found by who said so before", "云州市公安局通报称：市公安机关对某集团立案。现初步查明，吕某涉嫌犯罪。", count=1, speaker="云州市公安局"),
    Case("an account in marks is whose it is", "云州市公安局通过官方微信公众号“平安云州”发布警情通报称：4月19日，公安机关立案侦查。", speaker="云州市公安局"),
    Case("another owner is another", "视频发布者李先生说，人太多了。该店老板杨先生称，店里共有员工35名。", at=1, speaker="杨先生"),
    Case("a kind of firm before letters is no name", "根据科技咨询公司ICV发布的数据显示，市场规模将超过百亿。", speaker="ICV"),
    Case("an outlet with its sign", "云州妇联工作人员告诉@远山新闻周刊，已与社区联系。", chain=("远山新闻周刊",)),
    Case("an outlet in single marks", "据北国‘云海新闻网’报道，云州有民众看到军舰。对此，巡护部门透露，一切正常。", at=1, chain=("云海新闻网",)),
    Case("an outlet that quotes figures brings them", "此前据《云海邮报》援引北国卫生部数据，截至18日，已有四千人受伤。", speaker="北国卫生部", chain=("《云海邮报》",)),
    Case("whom he met is no part of his office", "据悉，林远同日与美国总统唐纳德·特朗普会面。特朗普透露，人选已定。", at=1, role="美国总统"),
    Case("nor is that he is appointed", "联盟支持重新任命前总理努里·马利基为总理。马利基表示，将继续努力。", role="前总理"),
    Case("nor a heading that ends in a count", "五年来监测到鱼类134种，增加25种云州禁渔中期评估专家组组长、云州科学院院士桂建芳介绍，成效显现。", role="云州禁渔中期评估专家组组长、云州科学院院士"),
    Case("a smile is no part of a name", "村民周真真微笑着说，每当有活动，她都参加。", speaker="周真真"),
    Case("a special survey is whole", "2025年专项调查显示，江豚已经恢复到1426头。", speaker="专项调查", speaker_kind=SpeakerKind.UNNAMED),
    Case("where he stands is between his words and him", "“云州给我们修了一条路。”在村口，26岁的村民何青告诉记者，以前要走很久。", speaker="何青", content="“云州给我们修了一条路。”|以前要走很久"),
    Case("when is not all that somebody recalls", "林远回忆，他开车上桥之前，工作人员再三强调必须开窗。", content="他开车上桥之前，工作人员再三强调必须开窗"),
    Case("who is like another speaks", "林远与何青一样，明确表示利率应该更低。", speaker="林远"),
    Case("whose answer was careful speaks", "云海官员称，管道被炸。北国方面反应则较为谨慎，表示推测原因还为时尚早。", at=1, speaker="北国方面"),
    Case("media abroad are who hears", "北国司法部一名官员对美媒表示，搜查已经结束。", speaker="北国司法部一名官员", addressee="美媒"),
    Case("an outlet publishes its comment", "云州日报客户端刊发评论认为，愤怒非常合理。", speaker="云州日报客户端"),
    Case("a name in letters is the one in brackets", "远山通 CEO Sam Altmann（山姆·奥特曼）表示，模型会更好。奥特曼强调，模型是通用的。", speaker="山姆·奥特曼"),
    Case("a declaration handed in is who hands it in", "北国经济事务大臣在呈交国会的声明中指出，公司有问题。声明称，情况严重。", at=1, speaker="北国经济事务大臣"),
    Case("whom he contradicts is told by the writer", "林远表示，云州不会选边站队，并驳斥了有关他是否会牺牲两市关系，转而加强合作的提问。", content="云州不会选边站队"),
    Case("another who did not answer", "知情人士表示，计划需要融资。马尔登本人以及公司的代表均未就此事回应媒体置评请求。", content="计划需要融资"),
    Case("a note of the page", "律师林远说：“应当健全机制，避免再次出现。”（应受访者要求，何青为化名）", content="“应当健全机制，避免再次出现。”"),
    Case("doubts that do not end", "有人说，她的死与云川有关，而传言和质疑不断。", content="她的死与云川有关"),
    Case("who else came to the meeting", "云州市市长林远在会上强调，安全第一。副市长何青主持会议。", content="安全第一"),
    Case("a quotation goes on over its speaker", "“我们正在寻找动机，”卢远说道。“我们打算找出答案。……太可怕了！”据报道，调查仍在进行。", content="“我们正在寻找动机，”|“我们打算找出答案。……太可怕了！”"),
    Case("what people are told is no hearer", "有村干部告知先别睡觉，担心泥石流造成险情。", content="先别睡觉，担心泥石流造成险情", addressee=""),
    Case("a heading in marks is nobody's words", "村医林华丽坦言，垫钱是常事，“反正钱不多。”\n“当医生要有耐心，对群众要有信心”\n下午，林华丽去送诊。", content="垫钱是常事，“反正钱不多。”", count=1),
    Case("what somebody hopes is one sentence", "在信中，林远主席希望老兵们带动更多青年。随着合作的深入开展，新一代正在成长。", content="老兵们带动更多青年"),
    Case("who spoke under a long name speaks under it", "云州大学主任基亚特卡姆宗日前说，这里是一家。\n基亚特卡姆宗说，大家都在努力。", at=1, speaker="基亚特卡姆宗"),
    Case("a title of three characters is whole", "联合考古队队员、孟图神庙总督察员汉德·阿里说，队员们很专业。", speaker="汉德·阿里", role="联合考古队队员、孟图神庙总督察员"),
    Case("a report is its outlet's", "正如北国《远山时报》报道所称，云州是引擎，改变了自身的格局。", speaker="《远山时报》"),
    Case("what somebody looks at does nothing", "“瞧，这马个个膘肥体壮，我很高兴！”看着自家的伊犁马，云州养马户阿依肯·努尔波拉提难掩喜悦。", speaker="阿依肯·努尔波拉提"),
    Case("so he described it", "“我们确定它就是一座圣湖。”考古项目负责人林远向远山社记者这样描述发现圣湖时的情景。", speaker="林远", cue="描述", content="“我们确定它就是一座圣湖。”", count=1),
    Case("news is whoever put it out", "北国总统府29日发布消息，证实将恢复通航。\n消息说，空域将“立即重启”。", at=1, speaker="北国总统府"),
    Case("whom a document quotes speaks", "文件引述当局对远山公司表示：“几乎可以确定，首席执行官必须被更换。”", speaker="当局", addressee="远山公司"),
    Case("somebody of whom it is said that there is one", "有个服务商说，这台设备能卖二三十台。", role="服务商", speaker_kind=SpeakerKind.ANONYMOUS),
    Case("how he wrote is no part of who he is", "一位“先知”洋洋洒洒写下了理论：“我每次醒来都没有记忆，我只是写出来的那个我。”", speaker="一位“先知”"),
    Case("the father of something", "远山框架之父 Simon Belkin 发文称，该平台的机制极其危险。", speaker="Simon Belkin", role="远山框架之父"),
    Case("what kind of firm it is is no name of it", "南国汽车制造商金龙汽车星期二宣布，将合作建设电池工厂。", speaker="金龙汽车"),
    Case("of what trade a firm is", "据商业地产公司仲量联行估计，数据中心数量将大幅增加。", speaker="仲量联行"),
    Case("what he opens is no name", "林华遇到一位老爷爷。老人张口便问：“是不是来看相的？”", role="老人"),
    Case("a county is nobody", "“健康是一，其他都是后面的零，我要守护乡亲们。”林华丽今年43岁，是云州黔南自治州长顺县村医。", speaker="林华丽"),
    Case("a head of an office whose name opens as a preposition", "云州市工业和信息化局局长向天野说，产业营收超9000亿元。", speaker="向天野", role="云州市工业和信息化局局长"),
    Case("she is nobody who has always been he", "老师安东·贝尔金说，课程不难。他说，孩子很聪明。他表示，进步很快。他认为，可以继续。他指出，还要练习。\n这还催生了像萝拉·温莎的学校这样的企业。\n她说：“人们想要回到过去的样子。”", at=-1, speaker="萝拉·温莎"),
    Case("a name of which the dictionary knows nothing", "12岁的邵子涵学琴半年。17岁的殷发发每天练习五个小时，他坦言“这是个要下苦功的力气活”。", speaker="殷发发"),
    Case("who is told of speaks under his name", "当天，王京山开车路过，看到一辆货车。\n王京山：我们家人好几个都是跑货车的，知道出门很不容易。\n到家后，王京山忙活起来。", speaker="王京山"),
    Case("a body with a gloss is no end of a role", "云州政策分析中心（Center for Far Hill Policy Analysis）科技政策项目高级研究员比尔·埃奇森（Bill Echison）指出，企业的处境十分困难。", speaker="比尔·埃奇森"),
    Case("how he felt is no part of his name", "谈到表扬信，林远很欣慰：“家长言传身教，表扬信无疑是更高的认可。”", speaker="林远"),
    Case("she whom a clause describes", "塞西利亚说，电力短缺。曾在北国留学的她对合作充满期待：“这些技术让我们看到了潜力。”", at=1, speaker="塞西利亚", addressee=""),
    Case("what somebody thanks for does not speak", "近日，云州老兵联名致信林远主席，衷心感谢远山提供的宝贵支持，表示为两地友谊倍感自豪。", speaker="云州老兵"),
    Case("a threat that is a clause", "11日，林远再次对南国施压，威胁南国若不尽快达成协议，将面临零资金流入的局面。", speaker="林远", content="南国若不尽快达成协议，将面临零资金流入的局面"),
    Case("who reacts strongly accuses", "北国方面对此反应强烈，指责南国进行政治干预。", speaker="北国方面", content="南国进行政治干预"),
    Case("he who leads somebody somewhere speaks", "村民比特里兹·劳拉带着记者爬上木屋，指着墙角的木料说：“等设备功率再大些，我们就能多做手工活。”", speaker="比特里兹·劳拉", role="村民"),
    Case("learnt from a notice", "拾光网从国家能源局公告获悉，目前已建成最大的充电网络。", speaker="国家能源局", outlet="拾光网"),
    Case("learnt from an exchange", "拾光网获悉，深交所消息，本周上报涉嫌违法线索4起。", speaker="深交所", content="本周上报涉嫌违法线索4起", outlet="拾光网"),
    Case("what the police tell of another's report is theirs", "警方透露，2031年12月底，死者丈夫报警称与妻子失去联系。", speaker="警方", content="2031年12月底，死者丈夫报警称与妻子失去联系"),
    Case("whoever shares good news told it", "“江豚已经恢复至1426头，比去年增加177头。”在发布会上，农业农村部相关负责人分享了这一好消息。", speaker="农业农村部相关负责人"),
    Case("a secretary who attaches importance stresses", "林远总书记高度重视长江的生态环境，强调禁渔是为子孙谋的重要决策。", speaker="林远", content="禁渔是为子孙谋的重要决策"),
    Case("and points out", "审计部门认为，合同违宪，并指远山港口公司未向政府支付税金。", at=1, speaker="审计部门", content="远山港口公司未向政府支付税金"),
    Case("a court that tries is not the one that tells of its case", "最高人民法院30日发布典型案例。\n石某在某超市购物。法院审理认为，该超市构成明知。", speaker="法院"),
    Case("which shop it was is not told", "石某在某超市购物，起诉退款。法院受理了案件。\n该超市辩称，石某以索赔为目的。", speaker="超市", speaker_kind=SpeakerKind.UNNAMED),
    Case("a chamber by its full name", "全国汽车经销商商会发布通报。\n商会呼吁，各方重视市场风险。", at=-1, speaker="全国汽车经销商商会"),
    Case("reports that nobody has seen are no outlet", "教授林远说，确实有可能，因为从未见过相关媒体报道，外界也就无从得知。", content="确实有可能，因为从未见过相关媒体报道，外界也就无从得知", count=1),
    Case("whose adviser he is", "北国最高领袖贝尔金的政治顾问安东·沙姆哈尼28日说，将作出回应。", speaker="安东·沙姆哈尼", role="北国最高领袖贝尔金的政治顾问"),
    Case("what others call for is theirs", "大量网友称“想转发给领导”，还有网友呼吁帮忙举报。", content="“想转发给领导”"),
    Case("several reports are who 报道称 means", "据远山新闻客户端报道，论坛将举行。\n综合《云州报》和《岚江时报》报道，论坛已停办九年。\n报道称，活动将在下星期一举行。", at=-1, speaker="《云州报》和《岚江时报》"),
    Case("what an outlet quotes goes on to the end of its paragraph", "远山新闻27日引述国家疾控局消息报道，疫情主要发生在南国。病毒环境存活力弱，一般民众感染机会较少。但南国官方尚未确认。", speaker="国家疾控局", chain=("远山新闻",), content="疫情主要发生在南国。病毒环境存活力弱，一般民众感染机会较少"),
    # Through whom.
    Case("an excerpt is the outlet's to its end", "北国《远山时报》网站10月7日发表题为《为何如此突然？》的文章，文章摘编如下：\n专家马尔登认为，这是一次突袭。", speaker="马尔登", chain=("《远山时报》",)),
    Case("a rider whom the paragraph brings in is he", "保洁员何青凌晨到岗。她说：“没事。”\n今晨七点，城西一名外卖骑手推着车蹚过积水，箱子顶在头上。记者问他送的是什么，他说：“豆腐脑，甜的。”", at=1, speaker="一名外卖骑手", speaker_kind=SpeakerKind.UNNAMED),
    Case("a woman whom the sentence before brings in is she", "民警林远说，没事。\n现场来了一名特殊的嘉宾：西门卖豆浆的阿姨。她被请上台，讲了讲见闻。她说，她第一眼就看出来是狗。", at=1, speaker="西门卖豆浆的阿姨"),
    Case("a woman with a thing of hers is she", "消防员用皮划艇接出了一家水饺店的老板娘和她抱着的一盆饺子馅。她说馅是昨夜刚拌的，不能等。", speaker="一家水饺店的老板娘"),
    Case("who is told of by his trade is he", "局长何青说，没有问题。\n第一个客人进门，是送奶工。他看了看林远，又看了看电视，问：“今天还卖粉啊？”", at=1, speaker="送奶工"),
    Case("who has a name behind his trade is named", "来自南国的留学生安依达专程赶来。她表示，很喜欢这座城市的历史。", speaker="安依达"),
    Case("a byname behind an office", "局长何青说，有漏洞。\n站长老古没有劝。他多装了一盏灯。“以前锁着，怕丢。”他说，“现在想想，丢了才好。”", at=1, speaker="老古", role="站长"),
    Case("a neighbour by his age", "老板娘何青表示，三年来首次加价。\n街坊陈伯每日饮两杯，他认为可以接受：“就少饮两口。”", at=1, speaker="陈伯"),
    Case("a relative of whom nothing more is told is not he", "女儿出生，他接到电话就往医院跑，三站之后才想起琴，又觉得，琴丢得起。", speaker=None, speaker_kind=SpeakerKind.UNRESOLVED),
    Case("whom a reporter asks has no 问 in his office", "记者问队长燕小北这是不是告别，他看着地面说：“我们每堂课都击掌。”", speaker="燕小北", role="队长"),
    Case("who asked before a quotation said it", "会后，一名家属拦住何青，问能不能把那张图给她一份。“我想看看我爸最后走到哪儿了。”何青把自己手里的那张折好，给了她。", speaker="一名家属"),
    Case("a question that a reporter is asked", "林远的妻子在电话里对记者说，丈夫没有做过。她停了一会儿，问记者：“遇难的有没有小孩？”记者告诉她，有一个，七岁。", at=1, speaker="林远的妻子", content="“遇难的有没有小孩？”"),
    Case("to stay unnamed is no demand", "一名跑过砂船的船工告诉远山新闻，关定位是为了避开抓拍。“多拉一趟，三千块。”他要求隐去姓名。", count=1, content="关定位是为了避开抓拍。“多拉一趟，三千块。”"),
    Case("what lags behind is no time", "副县长林远通报，遇难者升至9人。被问及数字之争，他承认统计滞后，并向家属致歉。", at=1, count=2, speaker="林远", content="统计滞后，并向家属致歉"),
    Case("a toll of another is another statement", "官方3日下午称已致5人遇难，民间救援队称7人。", at=1, count=2, speaker="民间救援队", content="7人"),
    Case("what a paper hears comes through it", "据《远山报》报道，远山汽车将关闭厂房。该报引述消息指，补偿方案已经拟好。", at=1, role="消息", chain=("《远山报》",)),
    Case("a firm by its figures", "远山汽车今年一季度营收94.2亿元，同比下降7.3%。该公司在一季报中称，市场“竞争超出预期”。", speaker="远山汽车"),
    Case("an office that lets know", "市教育局通知，全市小学、幼儿园今日停课，初高中推迟两小时到校。", speaker="市教育局", cue="通知"),
    Case("a reporter who takes apart", "记者拆解发现，冷链占8元，包装6元，损耗7元。", outlet="远山日报", speaker="远山日报"),
    Case("one of several who puts something down", "几名球迷守在门外。其中一位把外套放在门卫室，说是从远山带回来的。", speaker="一位"),
    Case("what he did when he left is no part of his name", "团长谢苗·托尔卡奇离场时只说了一句：“今天的鱼汤不错。”", speaker="谢苗·托尔卡奇"),
    Case("a recording that is shown", "现场播放的监控录像显示，18时38分，两船曾两次鸣笛。", speaker="监控录像", speaker_kind=SpeakerKind.UNNAMED),
    Case("somebody and how he stood", "有个工人隔着马路喊：“下周到底是卤鸭腿还是炸鸭腿？”", speaker=None, role="工人"),
    Case("people of an office", "街道办的人上午来看过，答应在下一场大雨之前把地漏换成带阀的。", speaker="街道办的人"),
    Case("who speaks under the name of a place and holds an office", "北国总统特朗普和南国总统普京进行了通话。普京表示，通话很有益。", speaker="普京", role="南国总统"),
    Case("somebody with a trade who opens the next sentence", "副县长林远透露，已出动41艘船艇。渔民何大山用木船救起9人，被称为“木船英雄”。", content="已出动41艘船艇"),
    Case("a meeting by a long name is no end of a clause", "夏远山26日出席在云州举行的“坚持和完善行政主导 促进良政善治”专题研讨会并致辞时说，立法机关需要配合。", speaker="夏远山"),
    Case("an interview in the clause before", "林远星期一接受远山社采访时，否认公司以牺牲盟友为代价。", speaker="林远", addressee="远山社", chain=("远山社",)),
    Case("an interview before the name", "在云州接受远山社采访时，林远表示，公司不必作出选择。", speaker="林远", chain=("远山社",)),
    Case("a firm that shares its name with a paper", "微信今晚发布《违规行为打击公告》。公告显示，平台将进行重点治理。", speaker="微信"),
    Case("the officials of a firm are the firm", "远山汽车官方宣布，新车下月上市。", speaker="远山汽车"),
    Case("the officials of a country", "中国官方宣布，访问将于下周开始。", speaker="中国官方"),
    Case("what kind of body, and its name", "美国研究机构世界大型企业研究会发布的数据显示，信心指数下降。", speaker="世界大型企业研究会"),
    Case("a host is a kind of firm", "主办方Far Hill Events上周五发文告说，飞行队首次亮相。", speaker="Far Hill Events"),
    Case("someone from among friends", "来自一个做自媒体朋友说，账号越来越难做。", speaker="一个做自媒体朋友"),
    Case("one more of them has the office of all", "另一位分析师林远表示，股价会涨。", speaker="林远", role="分析师"),
    Case("few of those who were asked", "仅16.6%的人认为，拍照是为了别人。", speaker=None, role="仅16.6%的人"),
    Case("the centre that published is the one that speaks", "美国疾病控制和预防中心公布的最新数据显示，上周报告416例。\n美疾控中心强调，接种是最佳方法。", at=1, speaker="美国疾病控制和预防中心"),
    Case("a name that no dictionary has, and what its bearer does", "擦若村党支部书记次培带领村民筹建商铺。“我们想打开销路。”他说。", speaker="次培"),
    Case("the full name after the short one", "伯吉斯警告，威胁正在增加。\n局长迈克·伯吉斯指出，损失很大。\n伯吉斯表示，间谍在扩大范围。", at=2, speaker="迈克·伯吉斯"),
    Case("his wife is not he", "特朗普警告，威胁正在增加。\n第一夫人梅拉尼娅·特朗普指出，损失很大。", at=0, speaker="特朗普"),
    Case("a report goes on in its paragraph", "据远山社报道，警方27日逮捕了仓库老板。事故原因正在调查中。", content="警方27日逮捕了仓库老板。事故原因正在调查中"),
    Case("what the reporter could not learn ends a report", "据远山社报道，警方27日逮捕了仓库老板。目前，仓库老板尚未就此作出回应。", content="警方27日逮捕了仓库老板"),
    Case("figures of cases go on", "云州卫生部门27日发布的公报显示，已累计报告确诊病例789例。过去5天新增确诊病例89例。", content="已累计报告确诊病例789例。过去5天新增确诊病例89例"),
    Case("what stands behind whoever acts is his", "保洁员何青凌晨到岗时水刚漫上来，她搬来沙袋，拔了电源。“别的我不懂，电我懂，我儿子是电工。”", count=1, speaker="何青", content="“别的我不懂，电我懂，我儿子是电工。”"),
    Case("whom a quotation names did not say it", "主席林远向云州送上祝福。“林远主席说云州敞开胸怀，我对此高度期待。”市长何青说。", count=1, speaker="何青"),
]  # fmt: skip
NOTHING = [
    "如果不是林远呼吁更多的人停车救援，那么车里的人就危险了。",
    "标准是一致的，并非网友爆料称国内的酱油含添加剂。",
    "银行将严格落实金融监管要求，积极配合地方政府做好服务。",
    "林远将在3日的发布会上宣布新的安排。",
    "西方缺乏勇气承认云州已经独立的现实。",
    "云州军机此举也是在告诉对手，主权不容侵犯。",
    "于是大家都希望明天放晴。",
    "#林远官宣离任#、#林远晒手写信官宣结婚#",
    "林远用事实澄清道德绑架，挽回了形象。",
    "大学生犯罪现象不时见诸媒体报道，而年轻人不以为意。",
    "云州航空暂无回应，航线已经停飞。",
    "这并不是说林远没有才华，而是他不够努力。",
    "两人由朋友介绍，已经交往一年了。",
    "对于网友质疑其为什么不卖房，林远没有理会。",
    "林远表示拒绝后被何青用拳头殴打致伤。",
    "因为有保密要求，林远没有多谈。",
    "按照云州的传统说法，当晚的宴席叫接风宴。",
    "对门店进行检查发现问题后，店主关了门。",
    "林远写了很多，发个照片，称赞了朋友。",
    "两人没有发表任何声明，这引起了怀疑。",
    "他们每天不敢出门，就怕邻居指指点点。",
    "而控诉他的还是一位粉丝，这就说不过去了。",
    "检查手段、措辞强硬，这些都不是办法。",
    "认为岗位充足的比例升至三成，较上月有所改善。",
    "电话会议上提到物价的次数较上季度下降。",
    "立体打印，也称增材制造，是以模型为基础的新技术。",
    "本办法所称应用程序，是指机关开发的程序。",
    "各方使用了“非同寻常”等词汇形容这次展览的销售。",
    "他也没和客户解释，一个人慢悠悠往回走。",
    "老话说得好，云州人爱喝茶，这话不假。",
    "两国政府决定自公报签署之日起相互承认并建立大使级外交关系。",
    "他并没有过多透露自己的心情和打算。",
    "林远估计也来不了，大家先走吧。",
    "何青因担心订单超时，游回岸边去送货。",
    "各地用户纷纷晒出自己的信用报告，关注度持续升温。",
    "网友看到这则新闻后很吃惊，都在转发。",
    "他的态度十分明确，不接受这个结果。",
    "令许多粉丝充满期待，但也有人不看好。",
    "云州十八怪，石头长到云天外。",
    "“云州十八怪，石头长到云天外。”说的就是云州的石林。",
    "公司根据用户反馈，优化了界面。",
    "此次动员预计将征召30万名预备役人员。",
    "何青的文章讲述自己从出生至今的遭遇，感动了很多人。",
    "拾光网查询获悉，原版影片上映于1983年3月。",
    "林远自作主张在孕期隐瞒了这一切。",
    "看完长文想总结，这就是一个断裂点。",
    "林远向论坛致贺信、作视频致辞，充分体现了对科学的重视。",
    "目前各项工作均在有序推进中，具体部署预计将在今年分步落地执行。",
    "比例代表选区要求选民填写政党或政治团体名称，全国共划分11个选区。",
    "屋顶的太阳能板告诉人们，光明已照亮这里的夜晚。",
    "因为它太火了，甚至引来了远山公司的律师函警告。",
    "林远频频宣布退群的做法已遭到各界批评。",
    "林远重返云州以来已11次宣布国家紧急状态。",
    "受到非法圈养威胁，野生马来熊数量持续下降。",
    "要把握动态动向，精准科学研判，加强源头预防，不断提高针对性。",
    "如果一切进展顺利，机组预计在发射前6天抵达航天中心。",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_reports_nothing_says_nothing(text: str) -> None:
    assert statements.quote(article(text), ()) == ()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.world)
def test_the_world_reads(case: Case) -> None:
    made = statements.quote(article(case.text, outlet=case.outlet), ())
    assert len(made) > case.at, made
    one = made[case.at]
    if case.count is not None:
        assert len(made) == case.count
    if case.speaker is not None or case.speaker_kind in (SpeakerKind.ANONYMOUS, SpeakerKind.UNRESOLVED):
        assert one.speaker == case.speaker
    assert case.speaker_kind in (None, one.speaker_kind)
    assert case.role in (None, one.role or "")
    assert case.addressee in (None, one.addressee or "")
    assert case.kind in (None, one.kind)
    assert case.chain in (None, one.chain)
    assert case.hedge in (None, one.hedge)
    assert case.cue in (None, one.cue)
    if case.content is not None:
        assert "|".join(case.text[part.start : part.end] for part in one.content) == case.content


HEDGES = [
    ("林远表示，原材料价格上涨，草料不足。", Hedge.CERTAIN, ()),
    ("分析师林远表示，油价料将回落。", Hedge.POSSIBLE, ("料将",)),
    ("林远表示，任何阻挠都不可能得逞。", Hedge.CERTAIN, ()),
    ("林远表示，医院发现疑似患者后须报告。", Hedge.CERTAIN, ()),
    ("林远表示，如果预计出现大风，取消行程。", Hedge.CERTAIN, ()),
    ("林远表示，这是一个概率计算器。", Hedge.CERTAIN, ()),
    ("林远表示，决口大概率不会发生。", Hedge.POSSIBLE, ("大概",)),
    ("林远表示，不排除大坝决口。", Hedge.POSSIBLE, ("不排除",)),
    ("林远表示，损失可能超过百万元。", Hedge.POSSIBLE, ("可能",)),
    ("云州气象局预计，明天有暴雨。", Hedge.POSSIBLE, ("预计",)),
    ("林远表示，将救助可能受灾的居民。", Hedge.CERTAIN, ()),
    ("林远表示，没有可能性之外的说法。", Hedge.POSSIBLE, ("可能性",)),
    ("林远否认公司拖欠工资。", Hedge.DENIED, ("否认",)),
    ("林远并不否认公司拖欠工资。", Hedge.CERTAIN, ()),
    ("林远希望，学校尽快复课。", Hedge.UNKNOWN, ("希望",)),
    ("林远表示，希望学校尽快复课。", Hedge.UNKNOWN, ("希望",)),
    ("林远表示，原因尚不清楚。", Hedge.UNKNOWN, ("尚不清楚",)),
    ("林远表示，水已经退了。", Hedge.CERTAIN, ()),
]


@pytest.mark.parametrize(("text", "degree", "triggers"), HEDGES)
def test_a_hedge_keeps_the_words_that_show_it(text: str, degree: Hedge, triggers: tuple[str, ...]) -> None:
    (one,) = statements.quote(article(text), ())
    assert one.hedge is degree
    assert tuple(text[span.start : span.end] for span in one.hedge_triggers) == triggers


def test_only_the_body_speaks() -> None:
    text, rows = blocks(
        (BlockKind.PARAGRAPH, "云州市市长林远表示，水已经退了。"),
        (BlockKind.CAPTION, "图为云州市市长林远表示，水已经退了。"),
        (BlockKind.EDITOR, "责任编辑何青称，版权所有。"),
        (BlockKind.NOTICE, "本网声明，未经授权不得转载。"),
    )
    assert [one.start for one in statements.quote(article(text, blocks=rows), ())] == [0]


@pytest.mark.parametrize(
    "line",
    [
        "原标题：林远称水已经退了",
        "林远表示已无人被困（资料图）",
        "林远称水位已经下降",
        "责任编辑：林远",
        "来源：远山日报",
    ],
)
def test_a_bare_line_that_is_no_body_says_nothing(line: str) -> None:
    text = f"{line}\n云州大桥昨日通车，全长三公里。"
    assert statements.quote(article(text), ()) == ()


def test_each_entry_of_a_live_report_is_a_statement_of_its_outlet() -> None:
    text = "据远山客户端16:18报道\n现场已经拉起警戒线。\n15:51报道\n伤者已经送医。"
    made = statements.quote(article(text), ())
    assert [(one.speaker, text[one.content[0].start : one.content[0].end]) for one in made] == [
        ("远山客户端", "现场已经拉起警戒线"),
        ("远山客户端", "伤者已经送医"),
    ]


def test_a_frame_ends_with_its_paragraph() -> None:
    text = "据远山日报报道，云州市市长林远表示，水已经退了。\n云州大学校长何青表示，学校周一复课。"
    first, second = statements.quote(article(text), ())
    assert (first.via, second.via) == ("远山日报", None)


def test_a_frame_that_a_later_paragraph_points_back_to_holds_until_there() -> None:
    text = "据远山日报报道，云州市市长林远表示，水已经退了。\n云州大学校长何青表示，学校周一复课。\n报道称，当地有三人失踪。"
    made = statements.quote(article(text), ())
    assert [one.via for one in made] == ["远山日报", "远山日报", None]
    assert made[2].speaker == "远山日报"


def test_the_outlet_whose_article_it_is_is_no_way_round() -> None:
    text = "远山日报快讯（记者何青）云州市市长林远告诉远山日报记者，水已经退了。他说，学校周一复课。"
    made = statements.quote(article(text), ())
    assert [(one.via, one.addressee) for one in made] == [(None, "远山日报记者"), (None, "远山日报记者")]


def test_the_day_of_saying_is_the_one_in_the_words_of_attribution() -> None:
    text = "云州市市长林远3日表示，大桥将于5日通车。"
    days = (
        Timex(id="t1", article="a1", start=7, end=9, type=TimexType.DATE, value="2026-03-03"),
        Timex(id="t2", article="a1", start=16, end=18, type=TimexType.DATE, value="2026-03-05"),
    )
    (one,) = statements.quote(article(text), days)
    assert one.said_on == "2026-03-03"
    assert statements.quote(article(text), ())[0].said_on is None


@pytest.mark.parametrize(
    "text", ["在云州3日封桥后，林远表示，大桥将于5日通车。", "谈到5日的比赛，林远说，大家都准备好了。"]
)
def test_the_day_of_another_event_is_not_that_of_saying(text: str) -> None:
    made = article(text)
    assert [one.said_on for one in statements.quote(made, times.date(made))] == [None]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("据 Far Hills 今日报道，新版已经发布。", "2026-03-02"),
        ("远山公司去年第四季度表示，需求正在恢复。", None),  # of what it tells
        ("结合9月初发售的安排，林远推测影片会在9月上线。", None),  # nobody has said anything yet
        ("3月1日的例行记者会上，有记者问：何青称，双方将会谈判。中方有何评论？", None),  # the day of the question
    ],
)
def test_the_day_is_one_on_which_it_can_have_been_said(text: str, day: str | None) -> None:
    made = article(text)
    assert statements.quote(made, times.date(made))[-1].said_on == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("国际航协29日发布数据显示，全年运力增长5.2%。", "2026-01-29"),
        ("云州统计局3月1日公布的数据显示，指数为50。", "2026-03-01"),
        ("根据云州储能产业联盟本月发布的数据，装机增长一倍。", "2026-03"),
        ("3月1日，云州火箭有限公司召开2026年度工作会议。会议强调，要抓好安全。", "2026-03-01"),
        ("云州政治局星期六（2月28日）召开会议，研究2025年报告。\n会议认为，成绩很大。", "2026-02-28"),
        ("北国总统贝尔金2月28日在云州出席加工厂落成仪式。他说，加工厂体现了合作成果。", "2026-02-28"),
        ("3月1日，北国外长何青与南国总理林远通电话，讨论局势。何青声称，北国支持统一。", "2026-03-01"),
        ("远山网3月1日消息，在接受远山电视采访时，远山公司总裁林远谈到产量。林远说，价格不变。", None),
        ("云州3月1日发生地震。云州政府表示，将开展救援。", None),
        ("2月4日远山年货节开启，数据显示，截至2月20日，销量增长三倍。", None),  # it tells of what came later
        ("2月3日，司法部公布文件，司法部随后称文件部分内容不实。", None),
        ("在财报电话会议（远山网注：截至 2025 年 12 月的季度）上，远山公司承认，供应不足。", None),
        ("林远对何青促成2月23日在云州举行的会谈表示感谢。何青表示，双方保持合作。", None),
        ("林远在2月28日举行的推广活动上作出上述表述。他表示，产量会增长。", "2026-02-28"),
        ("3月1日，林远在云州会见何青。此前，林远宣布，双方停火。", None),
        ("“去年12月发布的公告有误。”林远说。林远还说，公司会更正。", None),
    ],
)
def test_the_day_of_the_occasion_is_that_of_what_is_said_there(text: str, day: str | None) -> None:
    made = article(text)
    assert statements.quote(made, times.date(made))[-1].said_on == day


def test_an_item_of_a_round_up_comes_through_whom_it_names_at_its_end() -> None:
    text = "\n".join(
        (
            "远山公司宣布裁员千人",
            "1月28日，远山公司宣布，将裁减一千名员工。林远表示，补偿已经谈妥。（来源：岚江科技）",
            "云州新桥通车在即",
            "云州交通局表示，新桥已经完成荷载试验，下月通车。",
            "青石渡口恢复航运",
            "青石海事局表示，渡口今日恢复航运。（消息来源：青石晚报）",
            "岚江展馆延期开馆",
            "岚江文旅局表示，展馆延期至下月开馆。（岚江晚报）",
        )
    )
    made = statements.quote(replace(article(text), title="早知道｜远山裁员；新桥通车；渡口复航；展馆延期"), ())
    assert [one.via for one in made] == ["岚江科技", "岚江科技", None, "青石晚报", "岚江晚报"]


def test_what_is_said_ends_before_the_source_in_brackets() -> None:
    text = "林远表示，补偿已经谈妥，下月发放。（来源：岚江科技）"
    (made,) = statements.quote(article(text), ())
    assert "".join(text[one.start : one.end] for one in made.content).rstrip("。") == "补偿已经谈妥，下月发放"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("云州慈善家林远说，这座桥他捐了一半。", "林远"),
        ("文学评论家林远说，这本书写了十年。", "林远"),
    ],
)
def test_a_title_before_a_name_is_no_part_of_it(text: str, speaker: str) -> None:
    (made,) = statements.quote(article(text), ())
    assert made.speaker == speaker


def test_a_line_without_marks_that_ends_in_a_quotation_is_read() -> None:
    run = "阳光洒进窗户照在蹦跳的身影上不远处的展示墙上挂满奖牌仿佛在向人们讲述一所学校的故事" * 2
    assert statements.quote(article(f"{run}“最难的是没场地，我们自己想办法。”"), ()) == ()


def test_an_official_who_is_pointed_back_to_is_the_same_official() -> None:
    text = "云州商务局一名高级官员表示，禁令可以讨论。\n这位官员表示，证据已经补交。"
    made: tuple[Statement, ...] = statements.quote(article(text), ())
    assert {one.speaker for one in made} == {"云州商务局一名高级官员"}
    assert made[1].resolved == "pronoun"


@pytest.mark.parametrize(
    "line", ["摄影师林远表示，水已经退了。", "举报人林远表示，水已经退了。", "版权方负责人表示，水已经退了。"]
)
def test_a_body_line_that_opens_like_a_credit_is_body(line: str) -> None:
    assert len(statements.quote(article(line), ())) == 1


@pytest.mark.parametrize(
    "text",
    [
        "该片的目的旨在呼吁人们关注河流。",  # an act names nobody
        "公司净利润预计亏损八千万元。",  # what is expected expects nothing
        "云州大熊猫去年回到家乡，生活得很好。",  # 回到 is no cue
        "根据交易所要求，公司须在26日前答复。",  # a ground, and no demand made here
        "会议听取了各方的建议，随后闭幕。",
        "远山公司披露一份备忘录，随后停牌。",  # an object, and no content
        "云州村民林远的感慨，道出了大家的心声。",
        "云州银行以三成增速成为首批披露业绩的银行。",
        "消费者有权请求经营者赔偿损失，并支付价款。",
        "[视频]北国称多地遭袭 ⏱00:01:30",
        "散户信心进一步增强，认为股市会上涨的受访者增多。",
        "尧头窑的瓷器有“黑珍珠”之称，多为日常器皿。",
        "林远在强调价值的同时，也流露出忧虑。",
        "云州警方通报三起典型案例。",
        "居民反映楼上漏水的问题。",
        "事实却是林某从进店到指责店员只过了三分钟。",
        "信息披露不充分留下的空白，很可能被猜测填充。",
        "具体来说：\n一共有三个版本可以选择。",
        "见我要掏钱，余大爷一把按住我的手，说什么也不肯要。",
        "林远应店员请求合影留念，并在餐盘上签名。",
        "本次交易预计于年底前完成。",
        "支委会要围绕部署要求，立足职责抓好落实。",
        "此事引发了丈夫的回应和更多爆料，让事件变得更加混乱。",  # what was said, and by nobody here
        "围绕这起事件的诸多细节披露，很多人感到愤怒。",
        "林远不顾多方多次警告前往云州，让局势再次升级。",
        "他收到官方侵权告知函，随后停止了更新。",
        "待有明确的预计交付时间后，专家将与用户沟通。",
        "个人认为，这场比赛双方实力差距不大。",  # the author
        "按各个主要组成部分分析，私人消费上升了两成。",  # how it is broken down
        "也有许多人纷纷猜测他一直没有回应传闻的原因。",
        "这一突发性逆转表明，市场的敏感度正在提升。",  # what the writer makes of it
        "但林远说什么也要和他在一起。",
        "如机长认为乘客的行为危害飞行安全，可以要求其离开。",
        "涉事企业可能面临民航局警告并处罚金一万元。",
        "林远急需证明自己称帝的合法性。",
        "没有人相信云州可以成为现在的样子。",
        "北方此前从未正式承认南方公布的伤亡数字。",
        "请等对方说完后整理思路，再作回答。",
        "林远显然希望借峰会之际结束争端。",
        "林远或者说远山公司回到云州似乎指日可待。",
        "其显示支架支持高度调节、左右旋转。",
        "贝尔金预计将在访问结束后前往云州。",  # what he is expected to do
        "她认为这种情况很快会改善吗？",  # the writer asks
        "林远因与何青、徐甲并称“云州双雄”而知名。",
        "云州方面说一套、做一套，不断虚化原则。",
        "记者拨通该公司电话希望采访浮桥安全问题，被对方拒绝。",
        "网友们看到何青的动态后，纷纷留言祝福她。",
        "从姓名上看，很多人会认为这是一个外国人的名字。",
        "公司积极响应云州关于新能源的战略号召，启动了超百亿元的投资。",
        "云州、北国和南国预计将拥有最多的人口。",
        "云州日报“报效云州”连续报道，至今已推出近150期。",
        "林远明确拒绝加班要求，并怒怼该领导董某。",
        "云州居民听到的这些指责声音伤害着大家的情感。",
        "熬过大夜，一点点捋顺考勤记录与工人陈述，直至所有数额都精准对应。",
        "产品包括高清显示芯片、视觉处理芯片等。",
        "听的人抓不住重点，说的人也觉得“没被听懂”，徒增内耗。",
        "现货市场的价格信号表明，制造商已无力消化成本。",
        "法律适用意见还明确最低持股比例要求，坚持了长期导向。",
        "远山公司官网发布一则活动预告，标题为“在远山举办”。",
        "远山预计将在下半年发布新款手机，南山预计于2月推出新机。",  # the writer expects it of them
        "林远坚持固防海峡的强硬表态，让运河成为两国博弈的前线。",
        "新版审查要求将自2032年1月起施行。",
        "多家券商密集披露债务融资工具获批公告，为其业务注入动力。",
        "比如要写一篇长文章，就可以这么跟助手说：“咱们一段一段来写。”",
        "1月30日晚间，远山公司发布业绩预告，披露上述信息。",
        "整体节奏紧凑，强调“绝境反杀”的主题。",
        "林远将向远山汽车总裁马东辉汇报，不再负责自动驾驶。",
        "根据公报，共有三名官员受到制裁。",  # of which nothing was told
        "欧洲版本确认搭载自研芯片，国内版本不变。",
        "何青抵达云州。他预计在云州停留两天。",
        "他们的汗水与期盼，共同塑造这座新城最靓丽的风景。",
        "李某提供与招聘承诺严重不符的工作岗位，并收取费用。",
        "但该功能预计仅在北国等部分国家和地区上线。",  # nobody expects it here
        "以上种种都在表明，远山公司正逐渐转型。",
        "这表示云州对于众多企业发挥着不可或缺的作用。",
        "这就是对违法行为的明确否定，能够倒逼企业整改。",
        "如果白宫下令打击北国，部队就会出动。",  # nobody has
        "此项标准由云州旅游局提出，行业协会联合制定，将于2月1日起实施。",
        "这类通报，不仅无法回应公众期待，反而会蚕食信任。",
        "但配套的《内容与格式准则》部分披露要求未能同步更新，让人无所适从。",
        "这么做不是出于竞逐，而是希望回应大家的期待，希望能让云州更团结。",
        "这不是对市场的简单回应，而是对行业的长期承诺。",
        "今年全省杨梅预计产量31万吨，比去年增加约5%。",
        "同场的有两只仓鼠、一缸金鱼及一只自称是恐龙的弟弟。",
        "本报记者未独立核实，不应以“多方”表述。",
        "要等一位民警写完通报，要等一位父亲交完罚款。",
        "人们不禁为其审美担忧，也对学校感到不解。",
        "贝尔金喊话云州增加援助男星儿子误吞硬币云州综艺放了簪花照为什么不建议睡前刷牙林远晒与友人合照外卖盒被吐槽过薄何青发文被误解赛后盛赞队友全城热议这一天",
    ],
)
def test_nobody_says_what_nobody_says(text: str) -> None:
    assert statements.quote(article(text), ()) == ()

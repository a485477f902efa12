/// Worked cases of the count, written from the law before the code: facts, result, and a piece of the decisive reason.
///
/// A case is a title, lines `- NUMBER SERVED SUBJECT MEASURES [more]`, and results `> ACT SUBJECT READING = OUTCOMES ALERT`.
/// Outcomes stand in the order of the decisions: a figure counts, `x` does not, `?` is not known. `! NUMBER WORDS` is a
/// piece of a reason. Remedies: the later of 60 days and six months (three before 2015-05-01) from the service, moved to a
/// working day.
enum CountingCases {
  static let text = """
    两次罚款都已期满，第三次行医
    - 甲1 2023-01-10 none fine
    - 乙1 2024-02-01 none warning,fine
    > 2025-01-05 none final = 1 2 yes
    ! 乙1 早于这一次行为
    > 2025-01-05 none served = 1 2 yes

    只有一次处罚
    - 甲1 2023-01-10 none fine
    > 2025-01-05 none final = 1 no
    > 2025-01-05 none served = 1 no

    没有处罚
    > 2025-01-05 none served = no

    三次处罚，第三份决定不必等也照样算
    - 甲1 2021-01-11 none fine
    - 乙1 2022-02-01 none fine
    - 丙1 2023-03-01 none fine
    > 2025-01-05 none final = 1 2 3 yes

    第二次送达五个月，按期满说不算，按送达说算
    - 甲1 2022-01-10 none fine
    - 乙1 2024-08-05 none fine
    > 2025-01-05 none final = 1 x no
    ! 乙1 复议、诉讼期限到2025-02-05
    > 2025-01-05 none served = 1 2 yes

    期满的当天再行医：期满日还可以起诉，不算
    - 甲1 2022-01-10 none fine
    - 乙1 2024-08-05 none fine
    > 2025-02-05 none final = 1 x no

    期满的第二天再行医：算
    - 甲1 2022-01-10 none fine
    - 乙1 2024-08-05 none fine
    > 2025-02-06 none final = 1 2 yes

    期满日遇周六，顺延到下一个工作日
    - 甲1 2022-01-10 none fine
    - 乙1 2024-09-08 none fine
    > 2025-03-10 none final = 1 x no
    ! 乙1 2025-03-10
    > 2025-03-11 none final = 1 2 yes

    送达当天的行为：不在送达以后
    - 甲1 2022-01-10 none fine
    - 乙1 2025-01-05 none fine
    > 2025-01-05 none served = 1 x no
    ! 乙1 不早于这一次行为

    送达第二天的行为：按送达说算
    - 甲1 2022-01-10 none fine
    - 乙1 2025-01-04 none fine
    > 2025-01-05 none served = 1 2 yes

    第二份决定作出了，还没有送达日期
    - 甲1 2022-01-10 none fine
    - 乙1 - none fine decided:2024-12-20
    > 2025-01-05 none served = 1 ? maybe
    ! 乙1 没有送达日期

    本案自己的决定在行为以后作出，不算
    - 甲1 2022-01-10 none fine
    - 本案 - none fine decided:2025-02-20
    > 2025-01-05 none served = 1 x no
    ! 本案 不早于这一次行为

    只有取缔，不是处罚
    - 甲1 2022-01-10 none fine
    - 乙1 2023-05-05 none ban
    > 2025-01-05 none served = 1 x no
    ! 乙1 只有取缔，不是行政处罚

    只有责令停止执业，不是处罚
    - 甲1 2022-01-10 none fine
    - 乙1 2023-05-05 none stop
    > 2025-01-05 none served = 1 x no
    ! 乙1 不是行政处罚

    取缔并处罚款，有处罚就算
    - 甲1 2022-01-10 none ban,fine
    - 乙1 2023-05-05 none ban,gains
    > 2025-01-05 none final = 1 2 yes
    ! 乙1 没收

    取缔、责令两样都有，也不是处罚
    - 甲1 2022-01-10 none fine
    - 乙1 2023-05-05 none ban,stop
    > 2025-01-05 none final = 1 x no

    查封扣押不是处罚
    - 甲1 2022-01-10 none fine
    - 乙1 2023-05-05 none seizure
    > 2025-01-05 none final = 1 x no

    不予处罚不是受过处罚
    - 甲1 2022-01-10 none fine
    - 乙1 2023-05-05 none exempt
    > 2025-01-05 none final = 1 x no

    只有警告，是处罚
    - 甲1 2022-01-10 none warning
    - 乙1 2023-05-05 none warning
    > 2025-01-05 none final = 1 2 yes

    只有没收，是处罚
    - 甲1 2022-01-10 none gains
    - 乙1 2023-05-05 none gains
    > 2025-01-05 none final = 1 2 yes

    不知道决定了什么
    - 甲1 2022-01-10 none fine
    - 乙1 2023-05-05 none -
    > 2025-01-05 none final = 1 ? maybe
    ! 乙1 还不清楚决定了什么

    写了一个不认识的种类
    - 甲1 2022-01-10 none fine
    - 乙1 2023-05-05 none ban,unheard
    > 2025-01-05 none final = 1 ? maybe

    处罚单位的不算本人受过处罚
    - 甲1 2022-01-10 none fine
    - 乙1 2023-05-05 none fine org
    > 2025-01-05 none final = 1 x no
    ! 乙1 处罚的是单位

    两份都是处罚单位的
    - 甲1 2022-01-10 none fine org
    - 乙1 2023-05-05 none fine org
    > 2025-01-05 none final = x x no

    不清楚处罚的是人还是单位
    - 甲1 2022-01-10 none fine
    - 乙1 2023-05-05 none fine party?
    > 2025-01-05 none final = 1 ? maybe

    有医师资格、只是没有机构执业许可证的，2016年以后不算
    - 甲1 2022-01-10 qualified fine
    - 乙1 2023-05-05 qualified fine
    > 2025-01-05 qualified final = x x no
    ! 甲1 不属于解释第一条的情形

    第一次有资格，后来被吊销
    - 甲1 2020-01-10 qualified fine
    - 乙1 2022-05-05 revoked fine
    - 丙1 2023-05-05 revoked fine
    > 2025-01-05 revoked final = x 1 2 yes
    ! 乙1 在吊销医师执业证书期间

    前两次没有资格，这一次已经取得医师资格
    - 甲1 2020-01-10 none fine
    - 乙1 2022-05-05 none fine
    > 2025-01-05 qualified final = 1 2 no

    这一次的资格还不清楚，照样提示
    - 甲1 2020-01-10 none fine
    - 乙1 2022-05-05 none fine
    > 2025-01-05 ? final = 1 2 yes

    以非法手段取得资格
    - 甲1 2020-01-10 unlawful fine
    - 乙1 2022-05-05 unlawful fine
    > 2025-01-05 unlawful final = 1 2 yes

    没有乡村医生证书从事乡村医疗
    - 甲1 2020-01-10 village fine
    - 乙1 2022-05-05 village fine
    > 2025-01-05 village final = 1 2 yes

    家庭接生员做接生以外的医疗
    - 甲1 2020-01-10 birth fine
    - 乙1 2022-05-05 none fine
    > 2025-01-05 none final = 1 2 yes

    早年处罚时的资格没有记录
    - 甲1 2020-01-10 ? fine
    - 乙1 2022-05-05 none fine
    > 2025-01-05 none final = ? 1 maybe
    ! 甲1 还不清楚当时有没有医师资格

    不是因非法行医（例如广告）
    - 甲1 2020-01-10 none fine
    - 乙1 2022-05-05 none fine other
    > 2025-01-05 none final = 1 x no
    ! 乙1 不是因非法行医

    案由没有写
    - 甲1 2020-01-10 none fine
    - 乙1 2022-05-05 none fine matter?
    > 2025-01-05 none final = 1 ? maybe

    公安机关、市场监管部门的处罚不算
    - 甲1 2020-01-10 none fine
    - 乙1 2022-05-05 none fine police
    > 2025-01-05 none final = 1 x no
    ! 乙1 不是卫生健康行政部门

    作出机关是不是卫生部门不清楚
    - 甲1 2020-01-10 none fine
    - 乙1 2022-05-05 none fine health?
    > 2025-01-05 none final = 1 ? maybe

    外省、十几年前的照样算
    - 外省1 2008-03-03 none fine
    - 外省2 2010-04-06 none fine
    > 2025-01-05 none final = 1 2 yes
    ! 外省1 各地、各年的都算

    1989年行政诉讼法的三个月：2014年的处罚也早已期满
    - 甲1 2014-03-03 none fine
    - 乙1 2014-09-01 none fine
    > 2014-12-05 none final = 1 2 yes
    > 2014-11-20 none final = 1 x no

    太早，内容包里没有那时的期限
    - 甲1 1995-03-03 none fine
    - 乙1 2014-09-01 none fine
    > 2025-01-05 none final = ? 1 maybe
    ! 甲1 期限算不出
    > 2025-01-05 none served = 1 2 yes

    第二次被撤销
    - 甲1 2020-01-10 none fine
    - 乙1 2022-05-05 none fine undone:2022-10-10
    > 2025-01-05 none served = 1 x no
    ! 乙1 决定已经不存在

    行为以后才撤销，也不算
    - 甲1 2020-01-10 none fine
    - 乙1 2022-05-05 none fine undone:2025-03-01
    > 2025-01-05 none served = 1 x no

    撤销日期不清楚
    - 甲1 2020-01-10 none fine undone
    - 乙1 2022-05-05 none fine
    > 2025-01-05 none served = x 1 no

    正在复议：期满说不算，送达说算
    - 甲1 2020-01-10 none fine
    - 乙1 2022-05-05 none fine pending
    > 2025-01-05 none final = 1 x no
    ! 乙1 没有最后确定
    > 2025-01-05 none served = 1 2 yes

    复议维持，十五日起诉期满
    - 甲1 2020-01-10 none fine
    - 乙1 2024-08-05 none fine reviewed:2024-12-02
    > 2025-01-05 none final = 1 2 yes
    ! 乙1 2024-12-17

    复议维持，起诉期没有满
    - 甲1 2020-01-10 none fine
    - 乙1 2024-08-05 none fine reviewed:2024-12-25
    > 2025-01-05 none final = 1 x no
    > 2025-01-05 none served = 1 2 yes

    判决维持，当天起就是最后的
    - 甲1 2020-01-10 none fine
    - 乙1 2024-08-05 none fine judged:2025-01-05
    > 2025-01-05 none final = 1 2 yes

    判决在行为以后生效
    - 甲1 2020-01-10 none fine
    - 乙1 2024-08-05 none fine judged:2025-01-06
    > 2025-01-05 none final = 1 x no

    底册里记着复议、诉讼的最后一天
    - 甲1 2020-01-10 none fine
    - 乙1 2024-08-05 none fine ends:2024-12-31
    > 2025-01-05 none final = 1 2 yes
    > 2024-12-31 none final = 1 x no

    只有责令改正，不是处罚
    - 甲1 2022-01-10 none fine
    - 乙1 2023-05-05 none order
    > 2025-01-05 none served = 1 x no
    ! 乙1 第二十八条

    同一份决定登记了两遍（省里一份、手工一份，括号写法不同）
    - 清卫医罚〔2022〕1号 2022-05-05 none fine
    - 清卫医罚[2022]1号 2022-05-05 none fine
    > 2025-01-05 none final = x 1 no
    ! 清卫医罚〔2022〕1号 只算一次

    没有文号的两份各算各的
    - _ 2021-05-05 none fine
    - _ 2022-05-05 none fine
    > 2025-01-05 none final = 1 2 yes

    第一次复议没有完，第二次已经期满：期满说要两次都定下来
    - 甲1 2020-01-10 none fine pending
    - 乙1 2022-05-05 none fine
    > 2025-01-05 none final = x 1 no
    > 2025-01-05 none served = 1 2 yes

    三次里一次取缔一次撤销，只剩一次
    - 甲1 2020-01-10 none fine
    - 乙1 2021-05-05 none ban
    - 丙1 2022-05-05 none fine undone:2022-08-01
    > 2025-01-05 none served = 1 x x no

    登记的先后和送达的先后不同，按送达排
    - 乙1 2022-05-05 none fine
    - 甲1 2020-01-10 none fine
    > 2025-01-05 none final = 2 1 yes

    几个理由都不算时全部列出
    - 甲1 2020-01-10 qualified ban org
    > 2025-01-05 none final = x no
    ! 甲1 处罚的是单位
    ! 甲1 不是行政处罚
    """
}
